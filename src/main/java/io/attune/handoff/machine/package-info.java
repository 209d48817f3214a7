/** The states between bot, queue and agent, and the one table of the ways from each to the next. */
@NullMarked
package io.attune.handoff.machine;

import org.jspecify.annotations.NullMarked;
