/** Where the simulated lines are kept. */
@NullMarked
package io.attune.diagnostics.store;

import org.jspecify.annotations.NullMarked;
