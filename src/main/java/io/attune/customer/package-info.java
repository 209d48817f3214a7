/** Who the customer is: profile, identities, consent, and the ledger of queries and remedies. */
@NullMarked
package io.attune.customer;

import org.jspecify.annotations.NullMarked;
