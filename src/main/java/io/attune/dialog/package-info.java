/** Dialogs as care designers write them: read, checked, drawn. */
@NullMarked
package io.attune.dialog;

import org.jspecify.annotations.NullMarked;
