/** The log in a relational database. */
@NullMarked
package io.attune.conversation.store;

import org.jspecify.annotations.NullMarked;
