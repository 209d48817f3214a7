/** Clients that nobody here wrote, fetched when a test wants one. */
@NullMarked
package io.attune.foreign;

import org.jspecify.annotations.NullMarked;
