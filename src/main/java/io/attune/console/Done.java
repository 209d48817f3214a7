package io.attune.console;

/** What an action is answered with: the seq of the last entry that it wrote, or the head where it wrote none. */
record Done(long seq) {}
