/** How technical and how willing a customer is, with the evidence. Pure. */
@NullMarked
package io.attune.aptitude;

import org.jspecify.annotations.NullMarked;
