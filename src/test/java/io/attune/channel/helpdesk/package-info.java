/** The bridge to a console of the provider's own, from its side. */
@NullMarked
package io.attune.channel.helpdesk;

import org.jspecify.annotations.NullMarked;
