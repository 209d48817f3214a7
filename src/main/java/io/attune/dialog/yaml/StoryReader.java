package io.attune.dialog.yaml;

import io.attune.dialog.Fault;
import io.attune.dialog.Story;
import io.attune.dialog.Story.Called;
import io.attune.dialog.Story.Expected;
import io.attune.dialog.Story.Given;
import io.attune.dialog.Story.Past;
import io.attune.dialog.Story.Turn;
import io.attune.message.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code *.story.yaml}: a list of stories. */
public final class StoryReader {
    static final Pattern TIME = Pattern.compile("(\\d+)\\s*(m|h|d)");
    static final List<String> EXPECTED = List.of("kind", "dialog", "remedy", "handoff", "rule");
    private final String file;
    private final Faults faults;

    private StoryReader(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** Reads every story below the folder. */
    public static Stories read(Path folder) throws IOException {
        var found = new TreeSet<Fault>();
        var stories = new ArrayList<Story>();
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.filter(path -> path.toString().endsWith(".story.yaml"))
                    .sorted()
                    .toList();
        }
        for (Path path : files) {
            String name = folder.relativize(path).toString();
            var faults = new Faults(name, found);
            var reader = new StoryReader(name, faults);
            YamlFile.compose(path, faults).ifPresent(root -> stories.addAll(reader.stories(root)));
        }
        return new Stories(stories, List.copyOf(found));
    }

    /** @param faults in the files themselves; a story with a fault is not to be trusted */
    public record Stories(List<Story> stories, List<Fault> faults) {}

    private List<Story> stories(Node root) {
        var stories = new ArrayList<Story>();
        if (root instanceof SequenceNode list) {
            list.getValue().forEach(node -> stories.add(story(node)));
        } else {
            faults.add(root, "a file of stories is a list; begin each with '- story: …'");
        }
        return stories;
    }

    private Story story(Node node) {
        Section section = Section.of(node, "the story", faults);
        String title = section.need("story")
                .flatMap(value -> section.scalar(value, "story"))
                .orElse("");
        Section given = section.section("given").orElseGet(() -> Section.empty(node, faults));
        var turns = new ArrayList<Turn>();
        Optional<Node> told = section.need("turns");
        if (told.isPresent() && told.get() instanceof SequenceNode list) {
            list.getValue().forEach(turn -> turn(turn).ifPresent(turns::add));
        }
        Story story = new Story(file, Faults.line(node), title, given(given), turns);
        section.done();
        return story;
    }

    private Given given(Section given) {
        Section queue = given.section("queue").orElseGet(() -> Section.empty(given.node(), faults));
        var read = new Given(
                given.text("language").flatMap(Language::ofTag).orElse(Language.EN),
                given.section("line").map(StoryReader::plain).orElse(Map.of()),
                given.section("profile").map(StoryReader::plain).orElse(Map.of()),
                given.text("aptitude").orElse("unknown"),
                given.number("enthusiasm").orElse(.55),
                queue.number("agents").orElse(2.0).intValue(),
                queue.text("wait").map(text -> time(queue, text)).orElse(Duration.ofMinutes(4)),
                history(given),
                calls(given));
        queue.done();
        given.done();
        return read;
    }

    /** Each is an outcome alone, or a mapping with {@code outcome} and the values that come with it. */
    private Map<String, Called> calls(Section given) {
        var calls = new LinkedHashMap<String, Called>();
        given.section("calls")
                .ifPresent(section -> section.values().forEach((name, node) -> {
                    if (node instanceof ScalarNode outcome) {
                        calls.put(name, new Called(outcome.getValue(), Map.of()));
                    } else {
                        Section called = Section.of(node, "the call '" + name + "'", faults);
                        called.need("outcome");
                        var values = new LinkedHashMap<>(plain(called));
                        calls.put(name, new Called(Objects.toString(values.remove("outcome"), ""), values));
                    }
                }));
        return calls;
    }

    private List<Past> history(Section given) {
        var past = new ArrayList<Past>();
        if (given.find("history").orElse(null) instanceof SequenceNode list) {
            for (Node node : list.getValue()) {
                Section entry = Section.of(node, "an entry of 'history'", faults);
                past.add(new Past(
                        entry.number("days ago").orElse(1.0),
                        entry.text("intent").orElse(""),
                        entry.text("remedy").orElse(null),
                        entry.text("outcome").orElse(null),
                        entry.text("diagnosis").orElse(null)));
                entry.done();
            }
        }
        return past;
    }

    private Optional<Turn> turn(Node node) {
        if (node instanceof ScalarNode word && word.getValue().equals("greet")) {
            return Optional.of(new Turn.Greet(Expected.NOTHING));
        }
        Section section = Section.of(node, "a turn", faults);
        Expected expected = section.section("expect").map(this::expected).orElse(Expected.NOTHING);
        Optional<Turn> turn = section.text("customer")
                .<Turn>map(text -> new Turn.Says(text, section.text("intent").orElse(null), expected))
                .or(() -> section.text("pick").map(choice -> new Turn.Picks(choice, expected)))
                .or(() -> section.text("wait").map(text -> new Turn.Waits(time(section, text))))
                .or(() -> section.section("line").map(line -> new Turn.Line(plain(line))))
                .or(() -> section.find("greet").map(any -> new Turn.Greet(expected)));
        if (turn.isEmpty()) {
            faults.add(node, "a turn is one of 'greet', 'customer', 'pick', 'wait' and 'line'");
        }
        section.done();
        return turn;
    }

    private Expected expected(Section section) {
        var values = new LinkedHashMap<String, String>();
        EXPECTED.forEach(name -> section.text(name).ifPresent(value -> values.put(name, value)));
        var expected = new Expected(
                values,
                words(section, "says"),
                words(section, "does not say"),
                words(section, "choices"),
                Faults.line(section.node()));
        section.done();
        return expected;
    }

    private static List<String> words(Section section, String key) {
        return section.words(key).stream().map(ScalarNode::getValue).toList();
    }

    private Duration time(Section section, String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            faults.add(section.node(), "a time is a number with m, h or d, such as '26h', not '" + text + "'");
            return Duration.ZERO;
        }
        long count = Long.parseLong(time.group(1));
        return switch (time.group(2)) {
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private static Map<String, String> plain(Section section) {
        var plain = new LinkedHashMap<String, String>();
        section.values().forEach((key, value) -> section.scalar(value, key).ifPresent(text -> plain.put(key, text)));
        return plain;
    }
}
