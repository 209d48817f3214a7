/** WhatsApp against the sandbox, against bad input, and against clients that others wrote. */
@NullMarked
package io.attune.channel.whatsapp;

import org.jspecify.annotations.NullMarked;
