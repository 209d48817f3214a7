/** Who gets which conversation, and how long the wait will be. Pure. */
@NullMarked
package io.attune.handoff.routing;

import org.jspecify.annotations.NullMarked;
