/** The judge from outside: clients that remember, servers that are killed, and the promises checked against the log. */
@NullMarked
package io.attune.crash;

import org.jspecify.annotations.NullMarked;
