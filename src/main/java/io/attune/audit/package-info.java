/** Who saw or changed what of which customer: a chain of lines that are only ever added. */
@NullMarked
package io.attune.audit;

import org.jspecify.annotations.NullMarked;
