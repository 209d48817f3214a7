package io.attune.turn;

import io.attune.aptitude.Domain;
import io.attune.decision.Heard;
import io.attune.decision.memory.Memory;
import java.util.List;
import java.util.Optional;

/** The field that a turn is about: what the customer brings, where that is clear, and otherwise what is in hand. */
final class Fields {
    private static final double CLEAR = .5;

    private Fields() {}

    static Optional<Domain> of(List<Heard> heard, Memory memory) {
        return heard.stream()
                .flatMap(message -> brought(message).stream())
                .findFirst()
                .or(() -> inHand(memory));
    }

    static Optional<Domain> of(Heard message, Memory memory) {
        return of(List.of(message), memory);
    }

    private static Optional<Domain> brought(Heard message) {
        var meaning = message.understanding();
        return message.choiceId() == null && meaning.confidence() >= CLEAR
                ? Domain.of(meaning.intent())
                : Optional.empty();
    }

    private static Optional<Domain> inHand(Memory memory) {
        return memory.topic().flatMap(topic -> Domain.of(topic.intent()));
    }
}
