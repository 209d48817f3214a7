/** The agent's and supervisor's API and socket. */
@NullMarked
package io.attune.console;

import org.jspecify.annotations.NullMarked;
