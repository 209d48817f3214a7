/** What the provider's own systems know and do for a dialog: appointments, orders, plans, payments. */
@NullMarked
package io.attune.backoffice;

import org.jspecify.annotations.NullMarked;
