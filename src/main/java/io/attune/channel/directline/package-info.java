/** Direct Line 3.0, the protocol of the Bot Framework's clients: Web Chat, its SDKs and its test tools. */
@NullMarked
package io.attune.channel.directline;

import org.jspecify.annotations.NullMarked;
