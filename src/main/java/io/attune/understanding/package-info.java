/** Text to meaning: the port and its words. */
@NullMarked
package io.attune.understanding;

import org.jspecify.annotations.NullMarked;
