/** The agents' presence in the database. */
@NullMarked
package io.attune.handoff.store;

import org.jspecify.annotations.NullMarked;
