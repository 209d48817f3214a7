/** Where visitors, tickets, accounts and sessions are kept. */
@NullMarked
package io.attune.access.store;

import org.jspecify.annotations.NullMarked;
