/** The queue, the agents and the packet. */
@NullMarked
package io.attune.handoff;

import org.jspecify.annotations.NullMarked;
