/** The one connection pool, the migrations and the group-committing writer. Only the stores come here. */
@NullMarked
package io.attune.database;

import org.jspecify.annotations.NullMarked;
