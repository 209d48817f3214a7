/** Rasa's REST channel, as its front ends use it. */
@NullMarked
package io.attune.channel.rasa;

import org.jspecify.annotations.NullMarked;
