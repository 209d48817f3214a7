/** What the bot remembers of a conversation, as values that can be stored and read back unchanged. */
@NullMarked
package io.attune.decision.memory;

import org.jspecify.annotations.NullMarked;
