/** The hallway: accept, understand, estimate, decide, commit, deliver. */
@NullMarked
package io.attune.turn;

import org.jspecify.annotations.NullMarked;
