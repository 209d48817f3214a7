/** When to hand over: hard rules first, then a chance against a threshold. Pure figures, no dialog. */
@NullMarked
package io.attune.decision.policy;

import org.jspecify.annotations.NullMarked;
