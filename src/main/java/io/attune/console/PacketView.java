package io.attune.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.attune.customer.Level;
import io.attune.customer.Restriction;
import io.attune.handoff.Pace;
import io.attune.handoff.Packet;
import io.attune.handoff.Summary;
import io.attune.message.Channel;
import io.attune.message.Language;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The packet as the console shows it: what the queue knows, with who it is and what might come next. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PacketView(
        @JsonUnwrapped Packet packet,
        Who who,
        List<Summary.Line> summary,
        @Nullable Step step,
        Pace pace,
        List<Next> next,
        List<Replies.Reply> replies,
        List<Contact> contacts) {

    /**
     * @param verified channels on which the customer is known, and whether that is verified
     * @param restriction when what is kept of them may be used for nothing but serving them now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Who(
            String customer,
            @Nullable String name,
            List<Verified> verified,
            @Nullable String plan,
            @Nullable Level value,
            @Nullable Integer tenureMonths,
            @Nullable Language language,
            @Nullable OffsetDateTime localTime,
            Channel channel,
            boolean vulnerable,
            @Nullable String accessibility,
            @Nullable Restriction restriction) {}

    record Verified(String channel, boolean verified) {}

    /** The dialog in hand, and what is open in it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            String dialog, @Nullable String open, @Nullable String kind) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Next(String kind, @Nullable String id, String title, String why, String text) {}

    /** An earlier conversation. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Contact(
            String conv,
            Instant at,
            Channel channel,
            @Nullable String reason,
            String outcome,
            @Nullable String text) {}
}
