package io.attune.attachment;

import java.time.Instant;

/**
 * A file that a customer sent.
 *
 * @param customer whose it is
 * @param mime found from the bytes, never what the sender claimed
 * @param name fit to be shown and to be saved under
 * @param bytes its length
 * @param sha256 of the bytes, in hex
 */
public record Attachment(
        String id, String conv, String customer, String mime, String name, long bytes, String sha256, Instant at) {
    /** Where it is fetched, relative to the server. */
    public String url() {
        return "/api/v1/files/" + id;
    }
}
