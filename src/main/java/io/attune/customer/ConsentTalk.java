package io.attune.customer;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a customer said in a conversation about the use of their data, and what they were told of it.
 *
 * @param said decisions, in order
 * @param told versions by name, see {@link Notices}
 */
public record ConsentTalk(List<Said> said, Map<String, String> told) {
    public static final ConsentTalk NONE = new ConsentTalk(List.of(), Map.of());

    public ConsentTalk {
        said = List.copyOf(said);
        told = Map.copyOf(told);
    }

    /** @param wording what it was an answer to, with its version */
    public record Said(Purpose purpose, boolean granted, String wording) {}

    public boolean isEmpty() {
        return said.isEmpty() && told.isEmpty();
    }

    /** The last word on a purpose, or how it stands in {@code before}. */
    public boolean granted(Purpose purpose, Consents before) {
        return said.reversed().stream()
                .filter(one -> one.purpose() == purpose)
                .map(Said::granted)
                .findFirst()
                .orElseGet(() -> before.granted(purpose));
    }

    /** The settings after it. */
    public Settings after(Settings before, String channel, Instant now) {
        Consents consents = before.consents();
        for (Said one : said) {
            consents = consents.with(one.purpose(), new Consents.Choice(one.granted(), now, channel, one.wording()));
        }
        Notices notices = before.notices();
        for (var one : told.entrySet()) {
            notices = notices.with(one.getKey(), new Notices.Told(one.getValue(), now));
        }
        return before.with(consents).with(notices);
    }
}
