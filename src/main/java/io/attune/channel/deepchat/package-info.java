/** The server side of Deep Chat's own protocol: HTTP, server-sent events and WebSocket. */
@NullMarked
package io.attune.channel.deepchat;

import org.jspecify.annotations.NullMarked;
