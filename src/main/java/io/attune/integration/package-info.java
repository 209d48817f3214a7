/** The API for other systems: profiles, history, understanding, traces, the demo line. */
@NullMarked
package io.attune.integration;

import org.jspecify.annotations.NullMarked;
