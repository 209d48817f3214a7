/** The tables of the files. */
@NullMarked
package io.attune.attachment.store;

import org.jspecify.annotations.NullMarked;
