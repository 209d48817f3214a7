/** The WebSocket care.v1. */
@NullMarked
package io.attune.channel.web;

import org.jspecify.annotations.NullMarked;
