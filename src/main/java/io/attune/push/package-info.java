/** Wakes a provider's app that is in the background: a signed webhook says that something waits for its customer. */
@NullMarked
package io.attune.push;

import org.jspecify.annotations.NullMarked;
