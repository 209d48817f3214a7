package io.attune.turn;

import io.attune.aptitude.Beliefs;
import io.attune.aptitude.Estimates;
import io.attune.aptitude.Listener;
import io.attune.aptitude.Repetition;
import io.attune.aptitude.Said;
import io.attune.conversation.Conversation;
import io.attune.conversation.Owner;
import io.attune.customer.CustomerRecord;
import io.attune.decision.Decider;
import io.attune.decision.Decision;
import io.attune.decision.Heard;
import io.attune.decision.Silence;
import io.attune.decision.Situation;
import io.attune.decision.memory.Memory;
import io.attune.dialog.DialogBook;
import io.attune.message.Channel;
import io.attune.message.Content;
import io.attune.message.Language;
import io.attune.message.Role;
import io.attune.turn.Dialogs.Held;
import io.attune.turn.Grounds.Occasion;
import io.attune.understanding.Understander;
import io.attune.understanding.Understanding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Understand, estimate, decide: from what was read to what to say. Has no effect. */
@ApplicationScoped
class Thinking {
    /** From this on an agent's instruction is taken to be about something. */
    private static final double CLEAR = .5;

    private final Understander understander;
    private final Listener listener;
    private final Decider decider;
    private final Dialogs dialogs;
    private final TurnJson json;
    private final Stages stages;

    Thinking(
            Understander understander,
            Listener listener,
            Decider decider,
            Dialogs dialogs,
            TurnJson json,
            Stages stages) {
        this.understander = understander;
        this.listener = listener;
        this.decider = decider;
        this.dialogs = dialogs;
        this.json = json;
        this.stages = stages;
    }

    /** The first words of a conversation. */
    Thought greet(Channel channel, Surroundings around, Optional<Language> wanted) {
        Language language = language(around.customer(), wanted);
        Beliefs beliefs = beliefs(around);
        Estimates estimates = estimates(beliefs, around);
        Release release = dialogs.current();
        Situation situation = situation(release, channel, language, List.of(), Memory.EMPTY, estimates, around, false);
        var grounds = new Grounds(Occasion.GREETING, false, false, null, null, release.version(), situation);
        return new Thought(List.of(), language, estimates, beliefs, grounds.decide(decider), grounds);
    }

    /** The answer to what is unanswered; or the bot's return, when an agent gave the conversation back. */
    Thought about(Conversation conversation, Surroundings around) {
        Language before = Optional.ofNullable(conversation.language())
                .orElseGet(() -> language(around.customer(), Optional.empty()));
        List<Heard> heard = stages.time("understand", () -> understand(conversation, before));
        Language language =
                heard.isEmpty() ? before : heard.getLast().understanding().language();
        Beliefs observed = stages.time("estimate", () -> observe(conversation, heard, before, around));
        Estimates estimates = estimates(observed, around);
        Grounds grounds = grounds(conversation, heard, language, estimates, around);
        Decision decision = stages.time("decide", () -> grounds.decide(decider));
        Beliefs beliefs = observed.with(decision.observations(), decision.willingness(), around.now())
                .with(estimates);
        return new Thought(heard, language, estimates, beliefs, decision, grounds);
    }

    private Grounds grounds(
            Conversation conversation, List<Heard> heard, Language language, Estimates estimates, Surroundings around) {
        Held held = dialogs.held(conversation, around.now());
        Memory memory = Decider.startingFrom(
                json.memory(conversation.memory()),
                conversation.returned(),
                held.moved(),
                held.release().book());
        Situation situation = situation(
                held.release(),
                conversation.header().channel(),
                language,
                heard,
                memory,
                estimates.in(Fields.of(heard, memory)),
                around,
                conversation.header().owner() == Owner.QUEUE);
        Occasion occasion = occasion(conversation, heard);
        String instruction = occasion == Occasion.WELCOME_BACK
                ? steer(conversation, language, held.release().book())
                : null;
        return new Grounds(
                occasion,
                conversation.returned(),
                held.moved(),
                instruction,
                null,
                held.release().version(),
                situation);
    }

    private static Occasion occasion(Conversation conversation, List<Heard> heard) {
        if (!conversation.returned() || !heard.isEmpty()) {
            return heard.isEmpty() ? Occasion.GREETING : Occasion.ANSWER;
        }
        return conversation.failed() == null ? Occasion.WELCOME_BACK : Occasion.NOBODY_CAME;
    }

    /** An agent's instruction as the name of what it is about, where it is not one already and that can be told. */
    private @Nullable String steer(Conversation conversation, Language language, DialogBook book) {
        String words = conversation.instruction();
        if (words == null || Dialogs.isNamed(book, words.strip())) {
            return words;
        }
        Understanding meaning = understander.understand(words, language);
        boolean clear = meaning.confidence() >= CLEAR && book.isTopic(meaning.intent());
        return clear ? meaning.intent() : words;
    }

    /** A word to a customer who has not answered, or the close. */
    Thought afterSilence(Conversation conversation, Surroundings around, Silence.Stage stage, boolean says) {
        Language language = Optional.ofNullable(conversation.language()).orElse(Language.EN);
        Beliefs beliefs = beliefs(around);
        Estimates estimates = estimates(beliefs, around);
        Grounds answer = grounds(conversation, List.of(), language, estimates, around);
        var grounds = new Grounds(
                Occasion.SILENCE,
                answer.returned(),
                answer.moved(),
                null,
                new Grounds.Silent(stage, says),
                answer.dialogs(),
                answer.situation());
        return new Thought(List.of(), language, estimates, beliefs, grounds.decide(decider), grounds);
    }

    /** What the bot would do next, for an agent to consider. */
    Optional<Decision> advise(Conversation conversation, Surroundings around) {
        Language language = Optional.ofNullable(conversation.language()).orElse(Language.EN);
        Held held = dialogs.held(conversation, around.now());
        Memory memory = Decider.startingFrom(
                json.memory(conversation.memory()),
                true,
                held.moved(),
                held.release().book());
        return decider.advise(situation(
                held.release(),
                conversation.header().channel(),
                language,
                List.of(),
                memory,
                estimates(beliefs(around), around).in(Fields.of(List.of(), memory)),
                around,
                false));
    }

    private List<Heard> understand(Conversation conversation, Language prior) {
        var heard = new ArrayList<Heard>();
        Language language = prior;
        for (Conversation.Heard message : conversation.unanswered()) {
            String choice = choice(message.content());
            String text = choice == null || choice.equals(Decider.FILE_ALONE)
                    ? message.content().words()
                    : conversation.titleOf(choice);
            var understanding = understander.understand(text, language);
            language = choice == null ? understanding.language() : language;
            heard.add(
                    choice == null
                            ? Heard.written(message.seq(), text, understanding, understander)
                            : new Heard(message.seq(), text, choice, understanding));
        }
        return heard;
    }

    private static @Nullable String choice(Content content) {
        return switch (content) {
            case Content.Picked picked -> picked.choiceId();
            case Content.Attached file when file.words().isBlank() -> Decider.FILE_ALONE;
            default -> null;
        };
    }

    private Beliefs observe(Conversation conversation, List<Heard> heard, Language before, Surroundings around) {
        List<String> said = conversation.recent().stream()
                .filter(one -> one.role() != Role.CUSTOMER)
                .map(Conversation.Said::text)
                .toList();
        Beliefs beliefs = beliefs(around);
        Memory memory = json.memory(conversation.memory());
        for (int i = 0; i < heard.size(); i++) {
            Heard message = heard.get(i);
            if (message.choiceId() == null) {
                var meaning = message.understanding();
                var compose = conversation.unanswered().get(i).compose();
                String typed = Listener.typed(message.text(), compose);
                Language spoken = typed.equals(message.text())
                        ? meaning.language()
                        : understander.understand(typed, before).language();
                Said words = Said.of(message.text(), spoken, said, compose, message.seq());
                if (around.customer().profile().accessibility() == null) {
                    beliefs = listener.time(
                            beliefs, words, conversation.unanswered().get(i).latencyMs(), compose);
                }
                beliefs = listener.hear(beliefs, words, meaning.mood(), Fields.of(message, memory), around.now());
                beliefs = beliefs.with(
                        Repetition.observe(around.customer().ledger(), meaning.intent(), message.seq(), around.now()),
                        List.of(),
                        around.now());
            }
        }
        return beliefs;
    }

    private Beliefs beliefs(Surroundings around) {
        return Beliefs.of(json.beliefs(around.customer().estimates()), around.now());
    }

    private Estimates estimates(Beliefs beliefs, Surroundings around) {
        return beliefs.and(
                        around.customer().otherEstimates().stream()
                                .map(json::beliefs)
                                .toList(),
                        around.now())
                .estimates(
                        around.now(), around.customer().settings().preferences().detail());
    }

    private static Situation situation(
            Release release,
            Channel channel,
            Language language,
            List<Heard> heard,
            Memory memory,
            Estimates estimates,
            Surroundings around,
            boolean waiting) {
        return new Situation(
                around.now(),
                around.zone(),
                channel,
                language,
                heard,
                memory,
                estimates,
                new Situation.Customer(
                        around.customer().profile(),
                        around.customer().ledger(),
                        around.customer().settings(),
                        around.promises()),
                around.diagnosis(),
                around.queue(),
                waiting,
                release.book(),
                around.replies());
    }

    /** The customer's own wish, then the profile's locale, then what the page says, then English. */
    private static Language language(CustomerRecord customer, Optional<Language> page) {
        return Optional.ofNullable(customer.settings().preferences().language())
                .or(() -> Optional.ofNullable(customer.profile().locale()).flatMap(Language::ofTag))
                .or(() -> page)
                .orElse(Language.EN);
    }
}
