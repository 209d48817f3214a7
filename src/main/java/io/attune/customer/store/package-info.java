/** Where customers, their identities and the ledger are kept. */
@NullMarked
package io.attune.customer.store;

import org.jspecify.annotations.NullMarked;
