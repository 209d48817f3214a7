/** Events of the provider's other systems (CloudEvents 1.0): read, checked, and what each brings about. */
@NullMarked
package io.attune.integration.event;

import org.jspecify.annotations.NullMarked;
