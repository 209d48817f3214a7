/** Rasa's REST channel, for front ends that were written for Rasa. */
@NullMarked
package io.attune.channel.rasa;

import org.jspecify.annotations.NullMarked;
