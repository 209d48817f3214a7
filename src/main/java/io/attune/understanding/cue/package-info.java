/** How a message is said: cues in four languages, and the mood that they add up to. Pure. */
@NullMarked
package io.attune.understanding.cue;

import org.jspecify.annotations.NullMarked;
