package io.attune.channel.directline;

import io.attune.message.Ids;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A client's own id of an activity, as an id of ours and back. It must come back exactly, or the client takes its message
 * for lost; what our ids cannot hold is written in Base64 after a mark.
 */
final class ClientIds {
    private static final String MARK = "x.";
    /** Bytes that fit into 64 characters of Base64 with the mark. */
    private static final int LONGEST = 46;

    private ClientIds() {}

    /** Empty when it is too long to be kept. */
    static Optional<String> keep(String clientId) {
        if (Ids.isId(clientId) && !clientId.startsWith(MARK)) {
            return Optional.of(clientId);
        }
        byte[] bytes = clientId.getBytes(StandardCharsets.UTF_8);
        return bytes.length == 0 || bytes.length > LONGEST
                ? Optional.empty()
                : Optional.of(MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static String restore(String kept) {
        return kept.startsWith(MARK)
                ? new String(Base64.getUrlDecoder().decode(kept.substring(MARK.length())), StandardCharsets.UTF_8)
                : kept;
    }
}
