package io.attune.understanding;

import io.attune.message.Language;

/** From text to meaning. The port: pure as seen from outside, safe for many threads at once. */
public interface Understander {
    /**
     * @param text what the customer wrote, 1 to 4096 characters
     * @param prior the language of the conversation so far; wins when the text itself says little
     */
    Understanding understand(String text, Language prior);
}
