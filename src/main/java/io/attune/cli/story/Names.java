package io.attune.cli.story;

import io.attune.decision.Decision;
import io.attune.decision.policy.HardRule;
import io.attune.decision.policy.ReasonCode;
import io.attune.dialog.DialogBook;
import io.attune.dialog.yaml.StoryNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stories may name in this version of Attune. */
public final class Names {
    private Names() {}

    /** @param models the folder whose {@code intents.tsv} lists what a message can mean; without it intents stay unchecked */
    public static StoryNames of(DialogBook book, Path models) throws IOException {
        return new StoryNames(
                book,
                intents(book, models.resolve("intents.tsv")),
                Stream.of(Decision.Kind.values()).map(Decision.Kind::code).collect(Collectors.toSet()),
                and(Stream.of(ReasonCode.values()).map(ReasonCode::code)),
                and(Stream.of(HardRule.values()).map(HardRule::id)));
    }

    private static Set<String> and(Stream<String> names) {
        return Stream.concat(names, Stream.of("none")).collect(Collectors.toSet());
    }

    private static Set<String> intents(DialogBook book, Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Set.of();
        }
        Stream<String> answered = book.dialogs().values().stream().flatMap(dialog -> dialog.intents().stream());
        try (var lines = Files.lines(file)) {
            Stream<String> trained = lines.filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t", 2)[0]);
            return Stream.of(trained, answered, book.topics().stream())
                    .flatMap(names -> names)
                    .collect(Collectors.toSet());
        }
    }
}
