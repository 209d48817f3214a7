/** What is said when something is wrong: problem documents (RFC 9457), the same everywhere. Uses nothing. */
@NullMarked
package io.attune.problem;

import org.jspecify.annotations.NullMarked;
