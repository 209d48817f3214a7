/** Troubleshooting by expected cost, in figures alone: which question, remedy or handover costs least. Pure. */
@NullMarked
package io.attune.decision.cost;

import org.jspecify.annotations.NullMarked;
