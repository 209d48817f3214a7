package io.attune.channel.exchange;

import io.attune.message.Content;
import io.attune.message.Language;
import io.attune.message.Role;

/**
 * Something that the sender has not been told yet.
 *
 * @param role bot, agent or system
 */
public record Said(Role role, Content content, Language language) {}
