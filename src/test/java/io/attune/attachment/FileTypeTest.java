package io.attune.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file is, its bytes say. */
class FileTypeTest {
    private final FileType types = new FileType();

    private Optional<String> of(byte[] bytes) throws IOException {
        return types.of(new ByteArrayInputStream(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a0000000d49484452, image/png",
        "ffd8ffe000104a46494600010100, image/jpeg",
        "474946383961010001008000, image/gif",
        "524946462400000057454250565038, image/webp",
        "255044462d312e340a, application/pdf",
        "52494646240000005741564566 6d7420, audio/wav",
        "4f67675300020000000000000000, audio/ogg",
        "00000020667479704d34412000000000, audio/mp4",
    })
    void is_known_by_its_first_bytes(String hex, String mime) throws IOException {
        assertThat(of(HexFormat.of().parseHex(hex.replace(" ", "")))).contains(mime);
    }

    @Test
    void plain_words_are_text_in_any_script() throws IOException {
        assertThat(of("Router: ¿qué tal? العربية\n".getBytes(StandardCharsets.UTF_8)))
                .contains("text/plain");
    }

    @Test
    void words_longer_than_what_is_looked_at_may_be_cut_inside_a_letter() throws IOException {
        byte[] bytes = ("a" + "é".repeat(10_000)).getBytes(StandardCharsets.UTF_8);
        assertThat(of(bytes)).contains("text/plain");
    }

    @Test
    void markup_and_programs_are_none_of_the_types_taken() throws IOException {
        for (String text : new String[] {
            "<html><script>alert(1)</script>",
            "<!doctype html><p>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
            "<?xml version=\"1.0\"?><a/>"
        }) {
            assertThat(of(text.getBytes(StandardCharsets.UTF_8)).orElse(""))
                    .as(text)
                    .isNotIn("text/plain", "image/png", "application/pdf");
        }
        assertThat(of(Arrays.copyOf("MZ".getBytes(StandardCharsets.UTF_8), 256)).orElse(""))
                .isNotEqualTo("text/plain");
        assertThat(of(new byte[] {0, 1, 2, 3})).isEmpty();
    }
}
