package io.attune.turn;

import io.attune.dialog.DialogBook;

/**
 * A version of the dialogs, whole.
 *
 * @param version names the files' content: 16 hexadecimal digits
 */
record Release(String version, DialogBook book) {}
