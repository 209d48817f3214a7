package io.attune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.decision.Decision.Kind;
import io.attune.dialog.DialogBook;
import io.attune.dialog.yaml.BookReader;
import io.attune.message.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dialog puts sentences that all dialogs share in words of its own, under {@code talk.} in its texts. */
class OwnTalkTest {
    private static final String OWN = """

        talk:
          cancelled:
            en: "Then I put the speed test away."
            es: "Entonces guardo la prueba de velocidad."
            fr: "Je range donc le test de débit."
            de: "Dann lege ich den Geschwindigkeitstest weg."
          silence:
            question:
              en: "The speed is still waiting for you:"
              es: "La velocidad te espera:"
              fr: "Le débit vous attend :"
              de: "Die Geschwindigkeit wartet auf Sie:"
        """;

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static DialogBook book;

    @BeforeAll
    static void slow_internet_has_its_own_words() throws IOException {
        Path from = Path.of("dialogs");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path to = folder.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        Files.writeString(folder.resolve("internet/slow.texts.yaml"), OWN, StandardOpenOption.APPEND);
        BookReader.Book read = BookReader.read(folder);
        assertThat(read.faults()).isEmpty();
        book = read.dialogs();
    }

    @Test
    void its_own_sentence_goes_before_the_one_that_all_share() {
        Chat chat = Chat.begin().by(book);
        chat.says("my internet is slow", "internet_slow");
        assertThat(Chat.text(chat.says("stop this", "cancel_topic"))).contains("put the speed test away");
    }

    @Test
    void other_dialogs_keep_the_shared_sentence() {
        Chat chat = Chat.begin().by(book);
        chat.says("why is my bill so high", "bill_explain");
        Decision stopped = chat.says("stop this", "cancel_topic");
        assertThat(stopped.kind()).isEqualTo(Kind.CANCELLED);
        assertThat(Chat.text(stopped)).doesNotContain("speed test");
    }

    @Test
    void it_speaks_the_customers_language() {
        Chat chat = Chat.begin().by(book).in(Language.ES);
        chat.says("internet va lento", "internet_slow");
        assertThat(Chat.text(chat.says("para", "cancel_topic"))).contains("guardo la prueba");
    }

    @Test
    void a_follow_up_uses_it_too() {
        Chat chat = Chat.begin().by(book);
        chat.says("my internet is slow", "internet_slow");
        assertThat(Chat.text(chat.silent(Silence.Stage.NUDGE))).contains("The speed is still waiting for you");
    }
}
