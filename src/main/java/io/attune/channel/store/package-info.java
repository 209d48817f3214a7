/** What is on its way out, and how far each channel has read each log. */
@NullMarked
package io.attune.channel.store;

import org.jspecify.annotations.NullMarked;
