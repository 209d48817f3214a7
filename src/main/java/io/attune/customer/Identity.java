package io.attune.customer;

/**
 * Who a customer is on a channel.
 *
 * @param channel such as {@code whatsapp}, {@code email}, {@code app}
 * @param value the number, address or user name there
 * @param verified whether it was proved; a claimed one opens nothing
 */
public record Identity(String channel, String value, boolean verified) {}
