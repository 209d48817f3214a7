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
 * @param own what the customer wrote last, oldest first
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
        List<OwnWords> own,
        @Nullable String notice) {
    public static final Talk NONE = new Talk(false, false, Asked.NOTHING, List.of(), null, 0, List.of(), null);
    private static final int KEPT = 6;
    private static final int OWN_KEPT = 10;
    private static final int LONGEST = 300;

    /** @param own missing where an earlier version kept none */
    public Talk(
            boolean introduced,
            boolean outageTold,
            Asked asked,
            List<String> said,
            @Nullable String heard,
            int misunderstood,
            @Nullable List<OwnWords> own,
            @Nullable String notice) {
        this.introduced = introduced;
        this.outageTold = outageTold;
        this.asked = asked;
        this.said = List.copyOf(said);
        this.heard = heard;
        this.misunderstood = misunderstood;
        this.own = own == null ? List.of() : List.copyOf(own);
        this.notice = notice;
    }

    public Talk withIntroduced() {
        return new Talk(true, outageTold, asked, said, heard, misunderstood, own, notice);
    }

    /** The bot is new to this again. */
    public Talk returned() {
        return new Talk(false, outageTold, asked, said, heard, 0, own, notice);
    }

    public Talk withOutageTold() {
        return new Talk(introduced, true, asked, said, heard, misunderstood, own, notice);
    }

    public Talk withAsked(Asked now) {
        return new Talk(introduced, outageTold, now, said, heard, misunderstood, own, notice);
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
                own,
                notice);
    }

    public Talk withHeard(String text) {
        return new Talk(introduced, outageTold, asked, said, text, misunderstood, own, notice);
    }

    /** The customer wrote this too. */
    public Talk withOwn(long seq, String text) {
        var more = new ArrayList<>(own);
        more.add(new OwnWords(seq, text.length() <= LONGEST ? text : text.substring(0, LONGEST)));
        return new Talk(
                introduced,
                outageTold,
                asked,
                said,
                heard,
                misunderstood,
                more.subList(Math.max(0, more.size() - OWN_KEPT), more.size()),
                notice);
    }

    public Talk withMisunderstood(int count) {
        return new Talk(introduced, outageTold, asked, said, heard, count, own, notice);
    }

    public Talk withNotice(String version) {
        return new Talk(introduced, outageTold, asked, said, heard, misunderstood, own, version);
    }
}
