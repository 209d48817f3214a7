/** For teams that keep their own console: a signed webhook of what happens, and a signed way in for what agents do. */
@NullMarked
package io.attune.channel.helpdesk;

import org.jspecify.annotations.NullMarked;
