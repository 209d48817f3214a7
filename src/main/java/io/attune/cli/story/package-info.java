/** Runs conversation tests against the dialogs. */
@NullMarked
package io.attune.cli.story;

import org.jspecify.annotations.NullMarked;
