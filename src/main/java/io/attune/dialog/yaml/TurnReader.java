package io.attune.dialog.yaml;

import io.attune.dialog.FaultKind;
import io.attune.dialog.Feeling;
import io.attune.dialog.Story.Called;
import io.attune.dialog.Story.Expected;
import io.attune.dialog.Story.Turn;
import io.attune.dialog.Story.Words;
import io.attune.message.Language;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the turns of a story. */
final class TurnReader {
    static final Pattern TIME = Pattern.compile("(\\d{1,6})\\s*(s|m|h|d)");
    static final List<String> LOST = List.of("fails", "times out");
    static final List<String> EXPECTED = List.of("kind", "dialog", "remedy", "step", "handoff", "rule", "language");
    static final int MOST_TIMES = 9;
    private final Faults faults;
    private final StoryCheck check;
    private List<Language> languages = List.of();

    TurnReader(Faults faults, StoryCheck check) {
        this.faults = faults;
        this.check = check;
    }

    /** @param told the languages of the story, which what is said must have */
    Optional<Turn> read(Node node, List<Language> told) {
        languages = told;
        if (node instanceof ScalarNode word && word.getValue().equals("greet")) {
            return Optional.of(new Turn.Greet(Expected.NOTHING));
        }
        if (node instanceof ScalarNode word && word.getValue().equals("again")) {
            return Optional.of(new Turn.Again());
        }
        if (node instanceof ScalarNode) {
            unknown(node);
            return Optional.empty();
        }
        Section section = Section.of(node, "a turn", faults);
        Expected expected = section.section("expect").map(this::expected).orElse(Expected.NOTHING);
        Optional<Turn> turn = section.find("customer")
                .<Turn>map(text -> says(section, text, expected))
                .or(() -> section.text("pick").map(choice -> new Turn.Picks(choice, expected)))
                .or(() -> section.text("wait").map(text -> new Turn.Waits(time(section, "wait", text), expected)))
                .or(() -> section.find("line").map(line -> line(section, line)))
                .or(() -> section.section("calls").map(calls -> new Turn.Calls(calls(calls))))
                .or(() -> section.find("greet").map(any -> new Turn.Greet(expected)));
        if (turn.isEmpty()) {
            unknown(node);
        } else {
            section.done();
        }
        return turn;
    }

    private Turn says(Section section, Node text, Expected expected) {
        Words words = words(section, "customer");
        String intent = check.intent(section, "intent").orElse(null);
        boolean reads = intent == null && words.any().stream().anyMatch(one -> one.matches("(?s).*\\p{L}.*"));
        if (reads && languages.size() > 1) {
            faults.add(
                    text,
                    FaultKind.MISSING_LANGUAGE,
                    "the story is told in " + codes(languages) + "; write what the customer says in each, such as"
                            + " {en: …, es: …}, or add 'intent'");
        }
        if (intent == null && section.find("mood").isPresent()) {
            faults.add(
                    section.key("mood"),
                    FaultKind.MISSING_KEY,
                    "the models read the mood from the text too; add 'intent' to say what it is");
        }
        return new Turn.Says(words, intent, mood(section), times(section), expected);
    }

    private static @Nullable Feeling mood(Section section) {
        return section.word("mood", TextReader.FEELINGS)
                .map(word -> Feeling.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(null);
    }

    private static String codes(List<Language> languages) {
        return languages.stream().map(Language::code).collect(Collectors.joining(", "));
    }

    private void unknown(Node node) {
        faults.add(
                node,
                FaultKind.UNKNOWN_TURN,
                "a turn is one of 'greet', 'customer', 'again', 'pick', 'wait', 'line' and 'calls'");
    }

    private int times(Section section) {
        double times = section.number("times").orElse(1.0);
        if (times < 1 || times > MOST_TIMES) {
            faults.add(
                    section.find("times").orElse(section.node()),
                    FaultKind.BAD_NUMBER,
                    "'times' must be from 1 to " + MOST_TIMES);
        }
        return (int) Math.clamp(times, 1, MOST_TIMES);
    }

    private Turn line(Section section, Node line) {
        return isLost(line)
                ? new Turn.LineUnknown()
                : new Turn.Line(section.section("line").map(TurnReader::plain).orElse(Map.of()));
    }

    /** Whether the line tests give nothing; another word than those for it is a fault. */
    boolean isLost(Node line) {
        if (line instanceof ScalarNode word && !LOST.contains(word.getValue())) {
            faults.unknown(line, FaultKind.UNKNOWN_WORD, "'line'", word.getValue(), LOST);
        }
        return line instanceof ScalarNode;
    }

    /** Each is an outcome alone, or a mapping with {@code outcome} and the values that come with it. */
    Map<String, Called> calls(Section section) {
        var calls = new LinkedHashMap<String, Called>();
        section.values().forEach((name, node) -> {
            check.call(name, section.key(name));
            if (node instanceof ScalarNode outcome) {
                calls.put(name, new Called(outcome.getValue(), Map.of(), Duration.ZERO));
            } else {
                Section called = Section.of(node, "the call '" + name + "'", faults);
                called.need("outcome");
                var values = new LinkedHashMap<>(plain(called));
                Duration after = Optional.ofNullable(values.remove("after"))
                        .map(text -> time(called, "after", text))
                        .orElse(Duration.ZERO);
                calls.put(name, new Called(Objects.toString(values.remove("outcome"), ""), values, after));
            }
        });
        return calls;
    }

    private Expected expected(Section section) {
        var values = new LinkedHashMap<String, String>();
        EXPECTED.forEach(name -> section.text(name).ifPresent(value -> values.put(name, value)));
        var facts = section.section("facts").map(TurnReader::plain).orElse(Map.of());
        var expected = new Expected(
                values,
                facts,
                words(section, "says"),
                words(section, "does not say"),
                check.texts(section),
                section.words("choices").stream().map(ScalarNode::getValue).toList(),
                Faults.line(section.node()));
        check.expectation(section, values);
        if (section.isEmpty()) {
            faults.add(
                    section.node(),
                    FaultKind.EMPTY_STORY,
                    "'expect' expects nothing; name what must come, or remove it");
        }
        section.done();
        return expected;
    }

    /** One or a list of them, or either for each language of the story. */
    private Words words(Section section, String key) {
        Optional<Node> said = section.find(key);
        if (said.isEmpty() || !(said.get() instanceof MappingNode)) {
            return new Words(plain(section.words(key)), Map.of());
        }
        Section each = Section.of(said.get(), "'" + key + "'", faults);
        var by = new EnumMap<Language, List<String>>(Language.class);
        for (Language language : Language.values()) {
            each.find(language.code()).ifPresent(value -> by.put(language, plain(each.words(value, language.code()))));
        }
        for (Language language : languages) {
            if (!by.containsKey(language)) {
                faults.add(
                        each.node(),
                        FaultKind.MISSING_LANGUAGE,
                        "the story is told in '" + language.code() + "', and '" + key + "' has nothing in it; add it");
            }
        }
        each.done();
        return new Words(List.of(), by);
    }

    private static List<String> plain(List<ScalarNode> words) {
        return words.stream().map(ScalarNode::getValue).toList();
    }

    Duration time(Section section, String key, String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            faults.add(
                    section.find(key).orElse(section.node()),
                    FaultKind.BAD_TIME,
                    "a time is a number with s, m, h or d, such as '26h', not '" + text + "'");
            return Duration.ZERO;
        }
        long count = Long.parseLong(time.group(1));
        return switch (time.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    static Map<String, String> plain(Section section) {
        var plain = new LinkedHashMap<String, String>();
        section.values().forEach((key, value) -> section.scalar(value, key).ifPresent(text -> plain.put(key, text)));
        return plain;
    }
}
