package io.attune.decision.memory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The talk so far.
 *
 * @param introduced whether the bot has said what it is
 * @param outageTold whether a known outage was raised
 * @param asked what the last bot message asked for
 * @param said the last bot messages, newest last
 * @param heard the customer's last message
 * @param misunderstood messages in a row that were not understood
 * @param notice version of what was told here of the use of the customer's data; null when nothing was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Talk(
        boolean introduced,
        boolean outageTold,
        Asked asked,
        List<String> said,
        @Nullable String heard,
        int misunderstood,
        @Nullable String notice) {
    public static final Talk NONE = new Talk(false, false, Asked.NOTHING, List.of(), null, 0, null);
    private static final int KEPT = 6;

    public Talk {
        said = List.copyOf(said);
    }

    public Talk withIntroduced() {
        return new Talk(true, outageTold, asked, said, heard, misunderstood, notice);
    }

    /** The bot is new to this again. */
    public Talk returned() {
        return new Talk(false, outageTold, asked, said, heard, 0, notice);
    }

    public Talk withOutageTold() {
        return new Talk(introduced, true, asked, said, heard, misunderstood, notice);
    }

    public Talk withAsked(Asked now) {
        return new Talk(introduced, outageTold, now, said, heard, misunderstood, notice);
    }

    public Talk withSaid(String text) {
        var more = new ArrayList<>(said);
        more.add(text);
        return new Talk(
                introduced,
                outageTold,
                asked,
                more.subList(Math.max(0, more.size() - KEPT), more.size()),
                heard,
                misunderstood,
                notice);
    }

    public Talk withHeard(String text) {
        return new Talk(introduced, outageTold, asked, said, text, misunderstood, notice);
    }

    public Talk withMisunderstood(int count) {
        return new Talk(introduced, outageTold, asked, said, heard, count, notice);
    }

    public Talk withNotice(String version) {
        return new Talk(introduced, outageTold, asked, said, heard, misunderstood, version);
    }
}
