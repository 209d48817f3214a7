/** The REST and SSE twin of the WebSocket. */
@NullMarked
package io.attune.channel.rest;

import org.jspecify.annotations.NullMarked;
