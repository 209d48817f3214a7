/** The commands of ./attune. */
@NullMarked
package io.attune.cli;

import org.jspecify.annotations.NullMarked;
