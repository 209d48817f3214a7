/** The append-only log, its fold, ownership, and the live feed. */
@NullMarked
package io.attune.conversation;

import org.jspecify.annotations.NullMarked;
