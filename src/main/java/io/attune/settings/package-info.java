/** The attune.* settings as a whole: the demo switch, and the check that every key given is one that exists. */
@NullMarked
package io.attune.settings;

import org.jspecify.annotations.NullMarked;
