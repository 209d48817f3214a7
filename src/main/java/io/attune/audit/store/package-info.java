/** Where the audit's lines are kept. */
@NullMarked
package io.attune.audit.store;

import org.jspecify.annotations.NullMarked;
