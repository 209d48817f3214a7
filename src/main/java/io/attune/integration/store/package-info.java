/** Which events of other systems were taken in; an event's effects are committed with it. */
@NullMarked
package io.attune.integration.store;

import org.jspecify.annotations.NullMarked;
