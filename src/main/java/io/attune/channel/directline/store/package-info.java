/** What Direct Line keeps: whose conversation it is, and under which name its user writes. */
@NullMarked
package io.attune.channel.directline.store;

import org.jspecify.annotations.NullMarked;
