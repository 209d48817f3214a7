/** Chatwoot: the bot of an inbox there, for teams that keep it as their console. */
@NullMarked
package io.attune.channel.chatwoot;

import org.jspecify.annotations.NullMarked;
