/** Who is calling: operator accounts, sessions and roles, visitors and tickets. */
@NullMarked
package io.attune.access;

import org.jspecify.annotations.NullMarked;
