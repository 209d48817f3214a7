/** The dialogs that were in force, kept for the conversations that began with them. */
@NullMarked
package io.attune.turn.store;

import org.jspecify.annotations.NullMarked;
