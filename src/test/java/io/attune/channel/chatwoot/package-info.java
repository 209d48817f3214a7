/** The bridge to Chatwoot, from Chatwoot's side. */
@NullMarked
package io.attune.channel.chatwoot;

import org.jspecify.annotations.NullMarked;
