/** What customers wrote and was not understood, kept with their consent and masked, to be labelled for training. */
@NullMarked
package io.attune.candidate;

import org.jspecify.annotations.NullMarked;
