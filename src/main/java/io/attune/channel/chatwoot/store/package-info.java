/** Which conversation of Chatwoot's is which of ours. */
@NullMarked
package io.attune.channel.chatwoot.store;

import org.jspecify.annotations.NullMarked;
