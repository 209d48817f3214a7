/** How requests are read strictly and refused clearly: fields given, faults, problem documents (RFC 9457). Uses nothing. */
@NullMarked
package io.attune.problem;

import org.jspecify.annotations.NullMarked;
