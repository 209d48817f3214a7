/** What the turns keep beside the log. */
@NullMarked
package io.attune.turn.store;

import org.jspecify.annotations.NullMarked;
