/** The pages in a real browser, against the running server: windows of a customer and of agents, and what they see. */
@NullMarked
package io.attune.browser;

import org.jspecify.annotations.NullMarked;
