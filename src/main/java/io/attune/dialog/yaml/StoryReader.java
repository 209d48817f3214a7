package io.attune.dialog.yaml;

import io.attune.dialog.Fault;
import io.attune.dialog.FaultKind;
import io.attune.dialog.Story;
import io.attune.dialog.Story.Given;
import io.attune.dialog.Story.Past;
import io.attune.dialog.Story.Turn;
import io.attune.message.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code *.story.yaml}: a list of stories. */
public final class StoryReader {
    static final List<String> APTITUDES = List.of("low", "mid", "high", "unknown");
    private static final Map<String, String> APTITUDE_OF =
            Map.of("novice", "low", "standard", "unknown", "expert", "high");
    private final String file;
    private final Faults faults;
    private final StoryCheck check;
    private final TurnReader turns;

    private StoryReader(String file, Faults faults, StoryCheck check) {
        this.file = file;
        this.faults = faults;
        this.check = check;
        this.turns = new TurnReader(faults, check);
    }

    /**
     * Reads every story below the folder; one that is told for several customers is several, whose titles end with which.
     *
     * @param names what a story may name
     */
    public static Stories read(Path folder, StoryNames names) throws IOException {
        var found = new TreeSet<Fault>();
        var stories = new ArrayList<Story>();
        for (Path path : Folder.files(folder, new TreeSet<>())) {
            if (path.toString().endsWith(".story.yaml")) {
                String name = folder.relativize(path).toString();
                var faults = new Faults(name, found);
                var reader = new StoryReader(name, faults, new StoryCheck(names, faults));
                YamlFile.compose(path, faults).ifPresent(root -> stories.addAll(reader.stories(root)));
            }
        }
        return new Stories(stories, List.copyOf(found));
    }

    /** @param faults in the files themselves; a story with a fault is not to be trusted */
    public record Stories(List<Story> stories, List<Fault> faults) {}

    private List<Story> stories(Node root) {
        var stories = new ArrayList<Story>();
        if (root instanceof SequenceNode list) {
            list.getValue().forEach(node -> stories.addAll(story(node)));
        } else {
            faults.add(root, FaultKind.WRONG_TYPE, "a file of stories is a list; begin each with '- story: …'");
        }
        return stories;
    }

    /** Once for each kind of customer and language that it is told for. */
    private List<Story> story(Node node) {
        Section section = Section.of(node, "the story", faults);
        String title = section.need("story")
                .flatMap(value -> section.scalar(value, "story"))
                .orElse("");
        check.title(title, section.find("story").orElse(node));
        Section given = section.section("given").orElseGet(() -> Section.empty(node, faults));
        List<String> pitches = among(section, "for", TextReader.PITCHES, given, "aptitude");
        List<String> codes = among(section, "in", TextReader.LANGUAGES, given, "language");
        Given so = given(given);
        List<Language> languages = codes.isEmpty()
                ? List.of(so.language())
                : codes.stream().flatMap(code -> Language.ofTag(code).stream()).toList();
        var turns = section.need("turns").map(value -> turns(value, languages)).orElse(List.of());
        section.done();
        var told = new ArrayList<Story>();
        for (String pitch : pitches.isEmpty() ? List.of("") : pitches) {
            for (Language language : languages) {
                String which = Stream.of(pitch, codes.isEmpty() ? "" : language.code())
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(", "));
                told.add(new Story(
                        file,
                        Faults.line(node),
                        which.isEmpty() ? title : title + " (" + which + ")",
                        so.as(language, APTITUDE_OF.getOrDefault(pitch, so.aptitude())),
                        turns));
            }
        }
        return told;
    }

    /** Some words of a few; not where what is given says the same thing already. */
    private List<String> among(Section story, String key, List<String> known, Section given, String other) {
        var words = new LinkedHashSet<String>();
        for (ScalarNode word : story.words(key)) {
            if (!known.contains(word.getValue())) {
                faults.unknown(word, FaultKind.UNKNOWN_WORD, "in '" + key + "',", word.getValue(), known);
            } else {
                words.add(word.getValue());
            }
        }
        if (!words.isEmpty() && given.find(other).isPresent()) {
            faults.add(
                    given.key(other),
                    FaultKind.DUPLICATE_KEY,
                    "'" + key + "' of the story says it already; remove '" + other + "' here");
        }
        return List.copyOf(words);
    }

    private List<Turn> turns(Node told, List<Language> languages) {
        var read = new ArrayList<Turn>();
        if (told instanceof SequenceNode list) {
            list.getValue().forEach(turn -> turns.read(turn, languages).ifPresent(read::add));
            if (list.getValue().isEmpty()) {
                faults.add(told, FaultKind.EMPTY_STORY, "the story has no turns; begin one with '- customer: …'");
            }
        } else {
            faults.add(
                    told, FaultKind.WRONG_TYPE, "'turns' of the story must be a list; begin each with '- customer: …'");
        }
        return read;
    }

    private Given given(Section given) {
        Section queue = given.section("queue").orElseGet(() -> Section.empty(given.node(), faults));
        var read = new Given(
                language(given),
                line(given),
                given.section("profile").map(TurnReader::plain).orElse(Map.of()),
                given.word("aptitude", APTITUDES).orElse("unknown"),
                share(given, "enthusiasm", .55),
                (int) Math.clamp(queue.number("agents").orElse(2.0), 0, 10_000),
                queue.text("wait").map(text -> turns.time(queue, "wait", text)).orElse(Duration.ofMinutes(4)),
                history(given),
                given.section("calls").map(turns::calls).orElse(Map.of()));
        queue.done();
        given.done();
        return read;
    }

    private static Language language(Section given) {
        return given.word(
                        "language",
                        List.of(Language.values()).stream().map(Language::code).toList())
                .flatMap(Language::ofTag)
                .orElse(Language.EN);
    }

    private Map<String, String> line(Section given) {
        Optional<Node> line = given.find("line");
        if (line.isPresent() && turns.isLost(line.get())) {
            return Map.of();
        }
        return given.section("line").map(TurnReader::plain).orElse(Map.of());
    }

    private double share(Section given, String key, double unsaid) {
        double share = given.number(key).orElse(unsaid);
        if (share < 0 || share > 1) {
            faults.add(
                    given.find(key).orElse(given.node()),
                    FaultKind.BAD_NUMBER,
                    "'" + key + "' must be from 0 to 1, such as 0.3");
        }
        return Math.clamp(share, 0, 1);
    }

    private List<Past> history(Section given) {
        var past = new ArrayList<Past>();
        Optional<Node> entries = given.find("history");
        if (entries.isPresent() && entries.get() instanceof SequenceNode list) {
            for (Node node : list.getValue()) {
                Section entry = Section.of(node, "an entry of 'history'", faults);
                past.add(new Past(
                        Math.clamp(entry.number("days ago").orElse(1.0), 0, 3650),
                        check.intent(entry, "intent").orElse(""),
                        check.remedy(entry).orElse(null),
                        entry.word("outcome", StoryCheck.OUTCOMES).orElse(null),
                        entry.text("diagnosis").orElse(null)));
                entry.done();
            }
        } else if (entries.isPresent()) {
            faults.add(
                    entries.get(),
                    FaultKind.WRONG_TYPE,
                    "'history' must be a list such as '- {days ago: 6, intent: internet_slow}'");
        }
        return past;
    }
}
