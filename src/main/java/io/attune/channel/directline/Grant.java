package io.attune.channel.directline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a caller may do. */
sealed interface Grant {
    String site();

    /** Holds the site's secret: every conversation that was opened with it, and new ones. */
    record OfSite(String site) implements Grant {}

    /**
     * Holds a token.
     *
     * @param conv the one conversation it is good for, which need not have been started yet
     * @param customer whose conversation it is
     * @param user who the client writes as, when the holder of the secret said so
     * @param origins where it may be used from, any of the site's when there are none
     */
    record OfConversation(
            String site,
            String conv,
            String customer,
            @Nullable String user,
            List<String> origins) implements Grant {
        public OfConversation {
            origins = List.copyOf(origins);
        }
    }
}
