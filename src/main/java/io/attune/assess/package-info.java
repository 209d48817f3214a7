/** Reads a transcript of another system's conversation as a turn would, with nothing stored. Pure. */
@NullMarked
package io.attune.assess;

import org.jspecify.annotations.NullMarked;
