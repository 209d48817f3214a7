package io.attune.decision;

import io.attune.aptitude.Observation;
import io.attune.aptitude.Willingness;
import io.attune.backoffice.BackOffice.Errand;
import io.attune.customer.ConsentTalk;
import io.attune.customer.LedgerEntry;
import io.attune.decision.Decision.Kind;
import io.attune.decision.memory.Asked;
import io.attune.decision.memory.Asked.Offered;
import io.attune.decision.memory.Asked.Prompt;
import io.attune.decision.memory.Memory;
import io.attune.decision.policy.Reason;
import io.attune.decision.policy.Verdict;
import io.attune.dialog.Pitch;
import io.attune.dialog.Texts;
import io.attune.message.Choice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A decision in the making: lives for one call of the {@link Decider}, and is owned by it. */
final class Draft {
    private static final int MOST_CHOICES = 10;
    private final Situation situation;
    private Speech speech;
    private final List<String> parts = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();
    private final List<Offered> offered = new ArrayList<>();
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<Willingness> willingness = new ArrayList<>();
    private final List<Reason> reasons = new ArrayList<>();
    private final List<ConsentTalk.Said> consents = new ArrayList<>();
    private final Map<String, String> told = new HashMap<>();
    private Memory memory;
    private Kind kind = Kind.INFORM;
    private Prompt prompt = Prompt.NONE;
    private @Nullable HandoffOrder handoff;
    private @Nullable String dialog;
    private @Nullable String remedy;
    private @Nullable Verdict verdict;
    private @Nullable Errand errand;
    private boolean examineAgain;
    private boolean leaveQueue;
    private boolean end;
    private boolean brief;
    private @Nullable Instant callBackAt;

    Draft(Situation situation) {
        this.situation = situation;
        this.speech = new Speech(situation);
        this.memory = situation.memory();
    }

    Situation situation() {
        return situation;
    }

    Memory memory() {
        return memory;
    }

    void remember(Memory now) {
        memory = now;
    }

    /** The message that the decision answers; 0 for a greeting. */
    long seq() {
        return situation.heard().isEmpty() ? 0 : situation.heard().getLast().seq();
    }

    Draft kind(Kind now) {
        kind = now;
        return this;
    }

    Kind kind() {
        return kind;
    }

    boolean hasHandoff() {
        return handoff != null;
    }

    Draft because(String what, String value) {
        reasons.add(new Reason(what, value));
        return this;
    }

    Draft because(List<Reason> more) {
        reasons.addAll(more);
        return this;
    }

    /** Says a text; nothing where there is none. Returns what was said. */
    Optional<String> say(Texts texts, String key, Map<String, String> extra) {
        return say(speech, texts, key, extra);
    }

    Optional<String> say(Texts texts, String key) {
        return say(texts, key, Map.of());
    }

    Optional<String> say(Speech voice, Texts texts, String key, Map<String, String> extra) {
        Optional<String> text = voice.find(texts, key, memory.talk().said(), extra)
                .map(words -> brief ? Sentences.onceSaid(words, memory.talk().said()) : words);
        text.ifPresent(parts::add);
        return text;
    }

    /** Says what will be so, and remembers it as promised. Nothing where there is no such text. */
    void promise(Texts texts, String key, Map<String, String> extra, Map<String, String> raw) {
        say(texts, key, extra).ifPresent(text -> Promises.made(this, text, speech.time(texts, key, raw)));
    }

    /** From here on, of what was said lately only the question is said again. */
    void briefly() {
        brief = true;
    }

    /** From here on in the plainest words there are. */
    void plainly() {
        speech = new Speech(situation, Pitch.NOVICE);
    }

    Draft talk(String key) {
        return talk(key, Map.of());
    }

    /** Says a text that all dialogs share; in the words of the dialog at hand where it has its own. */
    Draft talk(String key, Map<String, String> extra) {
        shared(key, extra).ifPresent(parts::add);
        return this;
    }

    private Optional<String> shared(String key, Map<String, String> extra) {
        String own = "talk." + key;
        String at = dialog == null ? memory.topic().map(topic -> topic.dialog()).orElse("") : dialog;
        return situation
                .dialogs()
                .dialog(at)
                .flatMap(one -> speech.find(one.texts(), own, memory.talk().said(), extra))
                .or(() -> speech.find(
                        situation.dialogs().talk(), key, memory.talk().said(), extra));
    }

    /** The text of a key without saying it; the key's last part where there is none. */
    String text(Texts texts, String key) {
        return speech.find(texts, key, List.of(), Map.of()).orElse(key.substring(key.lastIndexOf('.') + 1));
    }

    String talkText(String key, Map<String, String> extra) {
        return speech.find(situation.dialogs().talk(), key, List.of(), extra).orElse(key);
    }

    /** Puts a text of the talk before everything else. */
    void first(String key, Map<String, String> extra) {
        shared(key, extra).ifPresent(parts::addFirst);
    }

    /** Whether the answer gives the remedy of an outage: waiting for its end. */
    boolean givesRemedy(String id) {
        return id.equals(remedy);
    }

    void quote(String text) {
        parts.add(text);
    }

    boolean isSilent() {
        return parts.isEmpty();
    }

    Draft asking(Prompt what) {
        prompt = what;
        return this;
    }

    Draft choice(String id, Texts texts, String key) {
        return choice(id, texts, key, Map.of());
    }

    /** Offers a choice: its label stands under {@code key.title}, a short one under {@code key.short}. */
    Draft choice(String id, Texts texts, String key, Map<String, String> extra) {
        if (choices.size() < MOST_CHOICES) {
            String title = speech.find(texts, key + ".title", List.of(), extra)
                    .orElse(key.substring(key.lastIndexOf('.') + 1));
            String brief = speech.find(texts, key + ".short", List.of(), extra).orElse(null);
            choices.add(new Choice(id, title, brief, null));
            offered.add(new Offered(id, title));
        }
        return this;
    }

    Draft talkChoice(String id, String key) {
        return choice(id, situation.dialogs().talk(), key);
    }

    void about(@Nullable String dialogId, @Nullable String remedyId) {
        dialog = dialogId;
        remedy = remedyId;
    }

    void record(LedgerEntry entry) {
        ledger.add(entry);
    }

    void observe(Observation observation) {
        observations.add(observation);
    }

    void willing(Willingness.Sign sign, String what) {
        willingness.add(new Willingness(sign, what, seq()));
    }

    /** The customer decided on a use of their data. */
    void decided(ConsentTalk.Said word) {
        consents.add(word);
    }

    /** The customer was told or asked something about their data, in this version. */
    void told(String name, String version) {
        told.put(name, version);
    }

    ConsentTalk consent() {
        return new ConsentTalk(consents, told);
    }

    void judged(Verdict now) {
        verdict = now;
    }

    boolean isWaitingForErrand() {
        return errand != null;
    }

    /** Understood when it is picked by its number or its title, but not shown. */
    void keepOffered(Offered choice) {
        offered.add(choice);
    }

    /** The decision waits for the provider's systems: it is made anew with their answer. */
    void send(Errand needed) {
        errand = needed;
    }

    boolean canSay(Texts texts, String key, Map<String, String> extra) {
        return speech.canSay(texts, key, extra);
    }

    void examineAgain() {
        examineAgain = true;
    }

    void callBack(Instant at) {
        callBackAt = at;
    }

    /** Offers a choice whose label is made from a value. */
    void choice(String id, String title) {
        if (choices.size() < MOST_CHOICES) {
            choices.add(new Choice(id, title, null, null));
            offered.add(new Offered(id, title));
        }
    }

    void leaveQueue() {
        leaveQueue = true;
    }

    void end() {
        end = true;
    }

    void handOver(HandoffOrder order) {
        handoff = order;
        kind = Kind.HANDOFF;
    }

    /** Takes back what was to be said, but not what was learnt. */
    void hush() {
        parts.clear();
        choices.clear();
        offered.clear();
        prompt = Prompt.NONE;
        remedy = null;
    }

    Decision done() {
        if (reasons.isEmpty()) {
            because("talk", kind.code());
        }
        memory = memory.withTalk(memory.talk().withAsked(new Asked(prompt, offered)));
        var say = new Composer(this).compose(parts, choices);
        return new Decision(
                kind,
                say,
                handoff,
                dialog,
                remedy,
                memory,
                ledger,
                observations,
                willingness,
                consent(),
                verdict,
                errand,
                examineAgain,
                leaveQueue,
                callBackAt,
                end,
                reasons);
    }
}
