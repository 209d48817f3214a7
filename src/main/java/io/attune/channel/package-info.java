/** The outward port: what a channel can show, the fallback for what it cannot, and the outbox that reads the committed log. */
@NullMarked
package io.attune.channel;

import org.jspecify.annotations.NullMarked;
