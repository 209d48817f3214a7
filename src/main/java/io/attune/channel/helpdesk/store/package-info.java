/** How far a helpdesk has been told. */
@NullMarked
package io.attune.channel.helpdesk.store;

import org.jspecify.annotations.NullMarked;
