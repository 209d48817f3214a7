/** Files that customers send: their type found from their bytes, kept within limits, given back to who may see them. */
@NullMarked
package io.attune.attachment;

import org.jspecify.annotations.NullMarked;
