package io.attune.turn;

import io.attune.candidate.Candidate;
import io.attune.candidate.Unclear;
import io.attune.conversation.Header;
import io.attune.customer.Profile;
import io.attune.customer.Purpose;
import io.attune.decision.Decision;
import io.attune.understanding.Understanding;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a turn did not understand, of customers who agreed to help to make the product better. */
final class Unclarity {
    private static final double CLEAR = .5;

    private Unclarity() {}

    /** @param before messages in a row that were not understood before this turn */
    static List<Unclear> of(Header header, int before, Surroundings around, Thought thought) {
        if (!around.customer().settings().consents().granted(Purpose.IMPROVEMENT)) {
            return List.of();
        }
        boolean alone = thought.heard().size() == 1;
        int times = thought.decision().memory().talk().misunderstood();
        return thought.heard().stream()
                .filter(heard -> heard.choiceId() == null && (alone || isUnclear(heard.understanding())))
                .flatMap(heard -> reason(thought.decision(), times > before, heard.understanding())
                        .map(reason -> new Unclear(
                                header.customer(),
                                header.id(),
                                heard.seq(),
                                heard.text(),
                                heard.understanding(),
                                names(around.customer().profile()),
                                reason,
                                times,
                                around.now()))
                        .stream())
                .toList();
    }

    /** Of several messages that one turn answers, those that may have been the reason. */
    private static boolean isUnclear(Understanding understanding) {
        return understanding.confidence() < CLEAR || understanding.intent().equals(Understanding.OUT_OF_SCOPE);
    }

    private static Optional<Candidate.Reason> reason(Decision decision, boolean lost, Understanding understanding) {
        if (decision.kind() == Decision.Kind.CLARIFY) {
            return Optional.of(Candidate.Reason.CLARIFIED);
        }
        if (!lost && decision.kind() != Decision.Kind.NOT_UNDERSTOOD) {
            return Optional.empty();
        }
        return Optional.of(
                understanding.intent().equals(Understanding.OUT_OF_SCOPE)
                        ? Candidate.Reason.OUT_OF_SCOPE
                        : Candidate.Reason.NOT_UNDERSTOOD);
    }

    private static List<String> names(Profile profile) {
        return Stream.of(profile.name(), profile.nickname())
                .filter(Objects::nonNull)
                .toList();
    }
}
