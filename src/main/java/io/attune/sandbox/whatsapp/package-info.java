/** Imitates the WhatsApp Cloud API and a customer's phone, so that the channel can be tried without an account. */
@NullMarked
package io.attune.sandbox.whatsapp;

import org.jspecify.annotations.NullMarked;
