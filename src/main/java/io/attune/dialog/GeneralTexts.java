package io.attune.dialog;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The texts that belong to no dialog: what the bot says in every talk whatever it is about, the buttons of all dialogs, and the
 * phrases that steer. Each stands once in the folder of dialogs, usually below {@code talk}.
 */
public final class GeneralTexts {
    /** A key below which every intent that is talked about has its name. */
    public static final String INTENTS = "intents.";

    private static final Map<String, GeneralText> ALL = read("""
            again                        said
            back.done                    said
            back.nothing                 said
            callback.booked              said time
            callback.offer               said
            callback.promise             words time
            cancelled                    said
            choice.stale                 said
            choices.did_cannot           button
            choices.did_same             button
            choices.did_worked           button
            choices.go_on                button
            choices.no_thanks            button
            choices.nothing_else         button
            choices.other_topic          button
            choices.person               button
            choices.something_else       button
            choices.told_same            button
            choices.told_worked          button
            choices.unsure               button
            clarify                      said
            consent.ask.improvement      said?
            consent.ask.personalisation  said
            consent.ask.proactive        said?
            consent.choices.decline      button
            consent.choices.improvement_yes      button?
            consent.choices.personalisation_no   button
            consent.choices.personalisation_yes  button
            consent.choices.proactive_yes        button?
            consent.fine                 said
            consent.kept                 said
            consent.no_ads               said
            consent.notice               said?
            consent.off                  said
            consent.on                   said
            consent.thanks               said
            consent.version              words?
            contact.again                said count
            contact.second               said count
            contact.tried                said remedies
            corrected.fact               said
            corrected.noted              said
            corrected.other              said
            corrected.topic              said
            csat.ask                     words
            explain                      said
            fact.noted                   said
            fact.unsure                  said
            file.noted                   said
            flow.done                    said
            goodbye                      said
            greeting.afternoon           said
            greeting.evening             said
            greeting.morning             said
            greeting.night               said
            greeting.question            said
            handoff.asked                said
            handoff.care                 said
            handoff.failed               said
            handoff.lost                 said
            handoff.nobody               said
            handoff.queued               said wait
            handoff.sorry                said
            handoff.specialist           said
            handoff.tried                said
            help                         said
            intro                        said
            more                         said
            not_understood.first         said
            not_understood.offer         said wait
            not_understood.offer_nobody  said
            not_understood.offer_scope   said wait
            not_understood.offer_scope_nobody    said
            not_understood.out_of_scope  said
            not_understood.script        said
            not_understood.signs         said
            offer.aside                  said wait
            offer.aside_nobody           said
            offer.declined               said
            outage                       said
            promised.before              said day promises
            promised.list                said promises
            promised.none                said
            promised.passed              said day promises
            promised.repair              words time
            promised.stands              said day promises
            remedy.cannot                said
            remedy.changed               said remedy was is
            remedy.changed_told          said remedy was is
            remedy.explain               said
            remedy.explain_told          said
            remedy.failed                said
            remedy.helped                said remedy
            remedy.not_it                said
            remedy.noted                 said remedy
            remedy.refused               said
            remedy.settled               said remedy
            remedy.tried_before          said
            remedy.understood            said
            remedy.worked                said
            returned                     said
            silence.back                 said
            silence.close                said topic
            silence.close_done           said
            silence.doing                said
            silence.question             said
            small.abuse                  said?
            small.bot_identity           said?
            small.compliment             said?
            small.greeting               said?
            small.how_are_you            said?
            small.thanks                 said
            solved_itself                said
            step.unsure                  said
            sympathy                     said
            tell_me                      said
            told.before                  said answer
            topic.back                   said topic
            topic.came_back              said
            topic.gone                   said
            topic.interrupt              said topic
            topic.later                  said topic
            topic.next                   said topic
            topic.no_dialog              said topic
            topic.renewed                said topic
            topic.same                   said
            unknown                      words
            wait                         said
            waiting.left                 said
            waiting.nothing_left         said topic
            waiting.noted                said
            words.assent                 words
            words.before                 words
            words.bot                    words
            words.control.cancel_topic   words
            words.control.continue       words
            words.control.explain        words
            words.control.go_back        words
            words.control.promised       words
            words.control.repeat         words
            words.correction             words
            words.did                    words
            words.later                  words
            words.person                 words
            words.place.1                words
            words.place.2                words
            words.place.3                words
            words.place.4                words
            words.place.5                words
            words.place.last             words
            words.polite                 words
            words.still                  words
            words.thing                  words
            words.why                    words
            words.wont                   words
            words.works                  words
            words.worse                  words
            """);

    private GeneralTexts() {}

    /**
     * @param key where it stands; a button's label stands under {@code title} below it, perhaps a {@code short} beside it
     * @param use what the bot does with it
     * @param needed whether the bot is at a loss without it; otherwise it leaves out what the text is for
     * @param values what the engine itself puts into it, such as {@code wait}, beside what {@code data.yaml} declares
     */
    public record GeneralText(String key, Use use, boolean needed, Set<String> values) {
        public GeneralText {
            values = Collections.unmodifiableSet(new TreeSet<>(values));
        }

        /** The key with the languages. */
        public String textKey() {
            return use == Use.BUTTON ? key + ".title" : key;
        }
    }

    /** What the bot does with a general text. */
    public enum Use {
        /** It says it; a dialog may have it said otherwise, under {@code talk.} in its own texts. */
        SAID,
        /** It stands on a choice. */
        BUTTON,
        /** It is looked for in messages, or becomes part of another text. */
        WORDS
    }

    /** By key, in order. */
    public static Collection<GeneralText> all() {
        return ALL.values();
    }

    /** The one that a key of a file of texts belongs to. */
    public static Optional<GeneralText> of(String textKey) {
        GeneralText found = ALL.get(textKey.replaceFirst("\\.(title|short)$", ""));
        return Optional.ofNullable(found)
                .filter(text -> text.use() == Use.BUTTON != text.key().equals(textKey));
    }

    private static Map<String, GeneralText> read(String table) {
        var all = new LinkedHashMap<String, GeneralText>();
        table.lines().map(line -> line.split(" +")).forEach(parts -> {
            boolean optional = parts[1].endsWith("?");
            Use use = Use.valueOf(parts[1].replace("?", "").toUpperCase(java.util.Locale.ROOT));
            var values = new TreeSet<String>();
            for (int i = 2; i < parts.length; i++) {
                values.add(parts[i]);
            }
            all.put(parts[0], new GeneralText(parts[0], use, !optional, values));
        });
        return all;
    }
}
