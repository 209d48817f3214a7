package io.attune.handoff.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The table in the documentation is the table in the code. */
class QueueDocTest {
    @Test
    void the_documented_table_is_the_one_that_is_run() throws IOException {
        List<String> written = Files.readAllLines(Path.of("docs/queue.md")).stream()
                .dropWhile(line -> !line.equals("## The table"))
                .filter(line -> line.startsWith("| ") && !line.startsWith("| from "))
                .toList();
        assertThat(written)
                .isEqualTo(Transitions.TABLE.stream().map(QueueDocTest::row).toList());
    }

    private static String row(Transition line) {
        return "| " + line.from().code() + " | " + lower(line.move()) + " | " + lower(line.who()) + " | "
                + line.to().code() + " | " + line.writes() + " |";
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
