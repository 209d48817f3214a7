/** Customers from a table (CSV): each row checked as the API checks it, and what is refused reported by its line. */
@NullMarked
package io.attune.integration.csv;

import org.jspecify.annotations.NullMarked;
