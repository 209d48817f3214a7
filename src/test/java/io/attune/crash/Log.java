package io.attune.crash;

import java.util.List;

/** The final log of a conversation, read over REST. */
record Log(String conv, long head, List<Event> events) {}
