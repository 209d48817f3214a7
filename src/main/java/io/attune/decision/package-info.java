/** From a situation to a decision. Pure: no clock, no chance, no database. */
@NullMarked
package io.attune.decision;

import org.jspecify.annotations.NullMarked;
