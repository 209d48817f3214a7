/** How far each sender has been told. */
@NullMarked
package io.attune.channel.exchange.store;

import org.jspecify.annotations.NullMarked;
