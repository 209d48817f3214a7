/** WhatsApp through the Cloud API: the webhook in, the letters out. */
@NullMarked
package io.attune.channel.whatsapp;

import org.jspecify.annotations.NullMarked;
