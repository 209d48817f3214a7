/** Line and device tests: the port and the demo line simulator. */
@NullMarked
package io.attune.diagnostics;

import org.jspecify.annotations.NullMarked;
