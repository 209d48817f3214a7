package io.attune.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.dialog.yaml.BookReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {
    private static final String DIALOG = """
            dialog: tv-frozen
            kind: troubleshoot
            for: [tv_buffering]
            causes:
              box: 3
              line: {odds: 1, needs: agent}
            facts:
              picture:
                values: [still, black]
                ask: {minutes: 1}
                seen:
                  box: [80, 20]
                  others: [30, 70]
            remedies:
              restart-box:
                cures: {box: 80}
                minutes: 3
                difficulty: easy
            """;
    private static final String TEXTS = """
            facts:
              picture:
                ask: {en: "Is the picture still or black?", es: "¿La imagen está quieta o negra?"}
                still:
                  title: {en: Still, es: Quieta}
                black:
                  title: {en: Black, es: Negra}
            remedies:
              restart-box:
                title: {en: restart the box, es: reiniciar el aparato}
                do: {en: Please restart the box., es: Reinicia el aparato.}
            """;

    @TempDir
    Path folder;

    @Test
    void the_shipped_dialogs_are_clean() throws IOException {
        assertThat(BookReader.read(Path.of("dialogs")).faults()).isEmpty();
    }

    @Test
    void a_small_clean_dialog_is_clean() throws IOException {
        assertThat(check(DIALOG, TEXTS)).isEmpty();
    }

    /** What is replaced, by what, and the fault that must come of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            kind: troubleshoot | kind: troubleshot | tv.yaml:2: the kind 'troubleshot' is not known; did you mean 'troubleshoot'?
            for: [tv_buffering] | ford: [tv_buffering] | tv.yaml:3: the key 'ford' is not known; did you mean 'for'?
            box: 3 | box: 0 | tv.yaml:5: the cause 'box' needs odds above 0, such as 'odds: 10'
            box: 3 | box: many | tv.yaml:5: 'box' of 'causes' must be a number, not 'many'
            [still, black] | [still] | tv.yaml:9: the fact 'picture' needs at least two values, such as 'values: [good, weak]'
            box: [80, 20] | box: [80, 30] | tv.yaml:12: the figures of 'box' must be per cent and add up to 100, not 110
            box: [80, 20] | box: [80] | tv.yaml:12: 'box' has 1 figures for the 2 values of 'picture'; give one for each value
            box: [80, 20] | bxo: [80, 20] | tv.yaml:12: the cause 'bxo' is not known; did you mean 'box'?
            others: [30, 70] | box2: [30, 70] | tv.yaml:12: 'seen' of 'picture' has no line for 'line'; add one, or 'others'
            cures: {box: 80} | cures: {bax: 80} | tv.yaml:16: the cause 'bax' is not known; did you mean 'box'?
            cures: {box: 80} | cures: {} | tv.yaml:15: the remedy 'restart-box' cures nothing; add 'cures' with a cause and a chance in per cent
            cures: {box: 80} | cures: {box: 180} | tv.yaml:16: 'box' must be a chance in per cent, above 0 and at most 100
            cures: {box: 80} | cures: {box: 80%} | tv.yaml:16: 'box' of 'cures' of the remedy 'restart-box' must be a number, not '80%'; leave out the %
            ask: {minutes: 1} | ask: a minute | tv.yaml:10: 'ask' of the fact 'picture' must be a list of 'key: value' lines, not 'a minute'; put them below it, or on its line in braces, {key: value}
            difficulty: easy | difficulty: esay | tv.yaml:18: the difficulty 'esay' is not known; did you mean 'easy'?
            ask: {minutes: 1} | | tv.yaml:8: nothing can tell the fact 'picture'; add 'ask', 'diagnostics', 'history' or 'profile'
            kind: troubleshoot | kind: [ | tv.yaml:4: not readable as YAML: expected ',' or ']', but got <scalar>
            dialog: tv-frozen | dialog: TV Frozen | tv.yaml:1: a dialog's name is of small letters, digits and hyphens, such as internet-slow
            """)
    void finds_a_fault_in_a_dialog(String what, String by, String fault) throws IOException {
        assertThat(DIALOG).contains(what);
        assertThat(check(DIALOG.replace(what, by == null ? "" : by), TEXTS)).contains(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            , es: Quieta} | } | tv.texts.yaml:5: 'facts.picture.still.title' has no text in 'es'; add it
            {en: Still | {xx: Still | tv.texts.yaml:5: the language 'xx' is not known; known: de, en, es, fr
            black: | blak: | tv.texts.yaml:7: the text 'facts.picture.blak.title' is not used by the dialog; did you mean 'facts.picture.black.title'?
            do: {en: Please restart the box. | do: {en: {novice: Please restart the box.} | tv.texts.yaml:11: 'remedies.restart-box.do' in en has no 'standard' wording, which most customers get; add it
            title: {en: Black | short: {en: A label that is much too long | tv.texts.yaml:7: 'facts.picture.black.short' has 29 characters; at most 20 fit
            """)
    void finds_a_fault_in_texts(String what, String by, String fault) throws IOException {
        assertThat(TEXTS).contains(what);
        assertThat(check(DIALOG, TEXTS.replace(what, by))).contains(fault);
    }

    @Test
    void finds_all_faults_in_one_run() throws IOException {
        String broken =
                DIALOG.replace("box: 3", "box: 0").replace("easy", "esay").replace("[80, 20]", "[80]");
        assertThat(check(broken, TEXTS)).hasSizeGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            go: thanks | go: thank | the step 'thank' is not known; did you mean 'thanks'?
            end: resolved | end: resolved, go: ask | the step 'thanks' must have exactly one of 'ask', 'fill', 'call', 'choose', 'go' and 'end'
            - {go: ask} | | 'choose' of 'look' has no line for everything else; end it with '- {go: …}'
            "no": person | "no": look | no way leads to the step 'bye'; remove it or go to it
            """)
    void finds_a_fault_in_a_flow(String what, String by, String fault) throws IOException {
        String flow = """
                dialog: pay
                kind: flow
                for: [payment_make]
                steps:
                  look:
                    choose:
                      - {bill.amount: known, go: tell}
                      - {go: ask}
                  tell: {go: thanks}
                  ask:
                    ask: {"yes": thanks, "no": person}
                  thanks: {end: resolved}
                """;
        String changed =
                flow.replace(what, by == null ? "" : by) + (fault.contains("bye") ? "  bye: {end: open}\n" : "");
        assertThat(check(changed, TEXTS)).anySatisfy(found -> assertThat(found).endsWith(fault));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            fill: date | fill: dat | :6: the form 'dat' is not known; did you mean 'date'?
            with: [day] | with: [dai] | :9: no step keeps a value under this name; the value 'dai' is not known; did you mean 'day'?
            , other: person | | :10: the call of 'book' has no way for every other outcome, such as systems that do not answer; add 'other: person'
            done: thanks | done: thank | :10: the step 'thank' is not known; did you mean 'thanks'?
            call: book-it | call: book-it, ask: {} | :8: the step 'book' must have exactly one of 'ask', 'fill', 'call', 'choose', 'go' and 'end'
            """)
    void finds_a_fault_in_a_form_or_a_call(String what, String by, String fault) throws IOException {
        String flow = """
                dialog: pay
                kind: flow
                for: [payment_make]
                steps:
                  day: {
                    fill: date,
                    go: book}
                  book: {call: book-it,
                    with: [day],
                    go: {done: thanks, other: person}}
                  thanks: {end: resolved}
                """;
        assertThat(check(flow.replace(what, by == null ? "" : by), TEXTS))
                .anySatisfy(found -> assertThat(found).endsWith(fault));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --- | +++ | 1: an article begins with a head between two lines of '---', with 'for' and 'title'
            for: [opening_hours] | fro: [opening_hours] | 2: the key 'fro' is not known; did you mean 'for'?
            # es | # xx | 7: '# xx' is no language; headings are
            # es | | 4: 'steps.read.say' has no text in 'es'; add it
            Abrimos a las ocho. | | 7: the article says nothing in 'es'
            """)
    void finds_a_fault_in_an_article(String what, String by, String fault) throws IOException {
        String article = """
                ---
                for: [opening_hours]
                title: {en: When, es: Cuándo}
                ---
                # en
                We open at eight.
                # es
                Abrimos a las ocho.
                """;
        Files.createDirectories(folder.resolve("knowledge"));
        Files.writeString(folder.resolve("knowledge/hours.md"), article.replace(what, by == null ? "" : by));

        assertThat(BookReader.read(folder).faults())
                .anySatisfy(found -> assertThat(found.toString()).startsWith("knowledge/hours.md:" + fault));
    }

    @Test
    void whatever_a_file_holds_it_is_refused_without_a_crash() throws IOException {
        for (String broken : List.of(
                "",
                "- 1\n- 2",
                "a: &a [*a]",
                "dialog: {}",
                "kind: flow",
                "\t",
                "? [a]\n: b",
                "x: !!java.io.File y",
                "dialog: x\nkind: flow\nsteps: 3",
                "dialog: x\nkind: troubleshoot\ncauses: [1]\nfacts: 2\nremedies: no")) {
            assertThat(check(broken, TEXTS)).as(broken).isNotEmpty();
        }
    }

    private List<String> check(String dialog, String texts) throws IOException {
        Files.writeString(folder.resolve("tv.yaml"), dialog);
        Files.writeString(folder.resolve("tv.texts.yaml"), texts);
        return BookReader.read(folder).faults().stream()
                .map(fault -> fault.file() + ":" + fault.line() + ": " + fault.message())
                .toList();
    }
}
