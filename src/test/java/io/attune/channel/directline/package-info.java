/** Direct Line, as its clients use it. */
@NullMarked
package io.attune.channel.directline;

import org.jspecify.annotations.NullMarked;
