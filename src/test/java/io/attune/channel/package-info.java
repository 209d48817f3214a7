/** The contract of every channel adapter, and the port's own tests. */
@NullMarked
package io.attune.channel;

import org.jspecify.annotations.NullMarked;
