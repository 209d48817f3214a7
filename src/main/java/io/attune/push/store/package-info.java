/** The tables of the devices and of what they are still to be told. */
@NullMarked
package io.attune.push.store;

import org.jspecify.annotations.NullMarked;
