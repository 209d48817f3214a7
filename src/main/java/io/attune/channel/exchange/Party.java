package io.attune.channel.exchange;

import io.attune.message.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Who writes, and where.
 *
 * @param sender names them on this channel, at most 64 characters; not the id itself where that is a secret
 * @param locale a BCP 47 tag, where the channel tells
 */
public record Party(
        Channel channel,
        String sender,
        String customer,
        @Nullable String locale) {}
