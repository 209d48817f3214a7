package io.attune.dialog;

import java.util.List;

/** A dialog as a care designer wrote it. */
public sealed interface Dialog permits Troubleshoot, Flow {
    /** Such as {@code internet-slow}; unique. */
    String id();

    /** The intents that start it. */
    List<String> intents();

    Texts texts();
}
