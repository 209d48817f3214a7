/** The words that every room shares. Uses nothing. */
@NullMarked
package io.attune.message;

import org.jspecify.annotations.NullMarked;
