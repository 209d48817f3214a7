/** A message in and its answer out, in one exchange: for channels that can only answer a request. */
@NullMarked
package io.attune.channel.exchange;

import org.jspecify.annotations.NullMarked;
