/** What the queue keeps in the database beside the log. */
@NullMarked
package io.attune.handoff.store;

import org.jspecify.annotations.NullMarked;
