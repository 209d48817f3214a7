/** Deep Chat's protocol, as the component uses it. */
@NullMarked
package io.attune.channel.deepchat;

import org.jspecify.annotations.NullMarked;
