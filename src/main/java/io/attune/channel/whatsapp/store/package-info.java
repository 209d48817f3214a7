/** Who writes on WhatsApp, what has come in, and the pictures that came with it. */
@NullMarked
package io.attune.channel.whatsapp.store;

import org.jspecify.annotations.NullMarked;
