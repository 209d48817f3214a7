/** When people are there: opening hours with time zone and holidays. Pure. */
@NullMarked
package io.attune.handoff.hours;

import org.jspecify.annotations.NullMarked;
