/** Reads dialog files from YAML; every fault with its file and line, all of them in one go. */
@NullMarked
package io.attune.dialog.yaml;

import org.jspecify.annotations.NullMarked;
