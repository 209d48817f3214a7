/** The table of the candidates. */
@NullMarked
package io.attune.candidate.store;

import org.jspecify.annotations.NullMarked;
