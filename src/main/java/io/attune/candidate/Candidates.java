package io.attune.candidate;

import io.attune.candidate.store.CandidateStore;
import io.attune.customer.Consents;
import io.attune.customer.KeptElsewhere;
import io.attune.customer.Purpose;
import io.attune.database.InCommit;
import io.attune.message.Language;
import io.attune.understanding.Masking;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects what was not understood and gives it out as training data. Whoever collects has asked for the customer's consent to
 * {@link Purpose#IMPROVEMENT}; when it is withdrawn, what was collected goes, labelled or not.
 */
@Singleton
public class Candidates implements KeptElsewhere {
    private final CandidateStore store;

    public Candidates(CandidateStore store) {
        this.store = store;
    }

    /** Keeps the messages, masked, in the commit of the turn that did not understand them. */
    public List<InCommit> collect(List<Unclear> messages) {
        return messages.stream()
                .map(message -> masked(message))
                .filter(message -> message.text().chars().anyMatch(Character::isLetter))
                .map(store::add)
                .toList();
    }

    private static Unclear masked(Unclear message) {
        return new Unclear(
                message.customer(),
                message.conv(),
                message.seq(),
                Masking.mask(message.text(), message.names()),
                message.understanding(),
                List.of(),
                message.reason(),
                message.times(),
                message.at());
    }

    /**
     * @param total of all that fit
     */
    public record Page(int total, List<Candidate> items) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /** What many wrote comes first, then what was written last. */
    public Page page(Candidate.State state, @Nullable Language language, int limit, int offset) {
        return store.page(state, language, limit, offset);
    }

    public Optional<Candidate> find(String id) {
        return store.find(id);
    }

    /** Says what it means. Whoever writes the same again later has it labelled too. False when there is none of this id. */
    public boolean label(String id, String intent, String by, Instant now) {
        return store.settle(id, Candidate.State.LABELLED, intent, by, now);
    }

    /** Not fit for training, whatever it means. False when there is none of this id. */
    public boolean dismiss(String id, String by, Instant now) {
        return store.settle(id, Candidate.State.DISMISSED, null, by, now);
    }

    /** Takes a label or a dismissal back. False when there is none of this id. */
    public boolean reopen(String id, Instant now) {
        return store.settle(id, Candidate.State.OPEN, null, null, now);
    }

    /** Lines of {@code intent<TAB>text} as {@code models/training/LANGUAGE.tsv} has them, each text once, in order of intent. */
    public List<String> trainingLines(Language language) {
        return store.labelled(language).stream()
                .map(one ->
                        one.intent() + "\t" + one.text().replaceAll("\\s+", " ").strip())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public String section() {
        return "notUnderstood";
    }

    @Override
    public Object export(String customer) {
        return store.of(customer);
    }

    @Override
    public void erase(String customer) {
        store.erase(customer);
    }

    @Override
    public void consentsChanged(String customer, Consents now) {
        if (!now.granted(Purpose.IMPROVEMENT)) {
            store.erase(customer);
        }
    }
}
