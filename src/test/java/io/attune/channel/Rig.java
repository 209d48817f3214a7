package io.attune.channel;

import io.attune.message.Content;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * An adapter with a real log behind it and the customer's client before it: what {@link ChannelContract} plays on. The
 * customer is one and the same throughout, and nobody but the rig answers.
 */
public interface Rig extends AutoCloseable {
    Shows shows();

    /** The customer's client sends a text under its own id; the same id may be sent again. Returns when it was acknowledged. */
    void customerWrites(String id, String text);

    /** What the customer has said, as it stands in the log, oldest first. */
    List<Content> heard();

    /** The bot says something, in the log. Returns when it is committed. The customer has written before. */
    void botSays(Content content);

    /** What the customer's client shows of others, in the order in which it shows it. */
    List<Shown> shown();

    /** Ways in which a delivery can fail that this rig can bring about. */
    Set<Failure> failures();

    /** The next delivery fails like this. */
    void fail(Failure failure);

    /** The adapter's process ends and a new one starts; log and database stay. */
    void restart();

    /** Everything that was logged since the start. */
    List<String> logLines();

    /** How long a delivery may take when something went wrong before. */
    Duration patience();

    @Override
    void close();

    /** @param labels of the answers to pick, in order; empty where there are none */
    record Shown(String text, List<String> labels) {}

    /** What happens to a delivery. */
    enum Failure {
        /** It is refused for the moment: too many, an outage. */
        REFUSED_FOR_NOW,
        /** It never arrives, and the sender sees a broken connection. */
        LOST_REQUEST,
        /** It arrives, but the sender never hears so. */
        LOST_RESPONSE
    }
}
