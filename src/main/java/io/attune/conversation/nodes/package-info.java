/** The line between the nodes of one database: through Redis, or through the database itself. */
@NullMarked
package io.attune.conversation.nodes;

import org.jspecify.annotations.NullMarked;
