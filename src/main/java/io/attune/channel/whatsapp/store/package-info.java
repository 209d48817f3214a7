/** Who writes on WhatsApp, and what has come in. */
@NullMarked
package io.attune.channel.whatsapp.store;

import org.jspecify.annotations.NullMarked;
