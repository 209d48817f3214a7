package io.attune.dialog.yaml;

import io.attune.dialog.FaultKind;
import io.attune.dialog.Flow;
import io.attune.dialog.Flow.Answer;
import io.attune.dialog.Flow.Step;
import io.attune.dialog.Pitch;
import io.attune.dialog.Wording;
import io.attune.message.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads an article of {@code dialogs/knowledge}: a head in YAML between two lines of {@code ---}, then the text, each
 * language under a heading such as {@code # en}. An article is a flow of one question: it is told, with its title as the
 * source, and whether it answered the matter is asked.
 */
final class ArticleReader {
    private static final String FENCE = "---";
    private static final String READ = "read";
    private static final Map<String, Language> HEADINGS = Stream.of(Language.values())
            .collect(Collectors.toMap(language -> "# " + language.code(), language -> language));
    /** What fits into one message, title included. */
    private static final int LONGEST = 1_500;

    private final Faults faults;

    ArticleReader(Faults faults) {
        this.faults = faults;
    }

    /** @param head the keys of the head, of which {@code for} and {@code title} are read here */
    record Article(Flow flow, Section head) {}

    Optional<Article> read(String id, String file, TextReader texts, CommonTexts common) {
        List<String> lines = file.lines().toList();
        int end = lines.isEmpty() || !lines.getFirst().strip().equals(FENCE)
                ? -1
                : lines.subList(1, lines.size()).indexOf(FENCE) + 1;
        if (end < 1) {
            faults.add(
                    1,
                    FaultKind.ARTICLE_HEAD,
                    "an article begins with a head between two lines of '---', with 'for' and 'title'");
            return Optional.empty();
        }
        // An empty line in place of the first fence keeps the numbers of the lines right.
        String head = "\n" + String.join("\n", lines.subList(1, end));
        return YamlFile.compose(head, faults).map(node -> {
            Section section = Section.of(node, "the article's head", faults);
            section.need("title");
            texts.read(section, "title");
            texts.read(section, "triggers");
            List<String> intents =
                    section.words("for").stream().map(ScalarNode::getValue).toList();
            Wording body =
                    body(lines, end + 1, Optional.ofNullable(texts.texts().get("title")));
            texts.put("steps." + READ + ".say", body, end + 1);
            return new Article(flow(id, intents, common, texts), section);
        });
    }

    private static Flow flow(String id, List<String> intents, CommonTexts common, TextReader texts) {
        var steps = new LinkedHashMap<String, Step>();
        steps.put(READ, new Step.Ask(List.of(new Answer("yes", "end"), new Answer("no", "person")), null));
        steps.put("end", new Step.End(true));
        steps.put("person", new Step.HandOver());
        return new Flow(id, intents, common.with(texts.texts()), READ, steps);
    }

    private Wording body(List<String> lines, int from, Optional<Wording> title) {
        var bodies = new EnumMap<Language, Map<Pitch, List<String>>>(Language.class);
        Language language = null;
        int heading = from;
        var body = new ArrayList<String>();
        for (int i = from; i <= lines.size(); i++) {
            String line = i == lines.size() ? "" : lines.get(i).strip();
            boolean ends = i == lines.size() || line.startsWith("# ");
            if (ends && language != null) {
                bodies.put(language, Map.of(Pitch.STANDARD, List.of(signed(body, language, title, heading))));
            }
            if (i < lines.size() && line.startsWith("# ")) {
                language = HEADINGS.get(line);
                if (language == null) {
                    faults.add(
                            i + 1,
                            FaultKind.UNKNOWN_LANGUAGE,
                            "'" + line + "' is no language; headings are "
                                    + HEADINGS.keySet().stream().sorted().toList());
                }
                heading = i + 1;
                body.clear();
            } else if (language == null && !line.isEmpty() && bodies.isEmpty() && heading == from) {
                faults.add(
                        i + 1,
                        FaultKind.ARTICLE_LOST_TEXT,
                        "this text stands under no language; put a heading such as '# en' above it");
                heading = i + 1;
            } else {
                body.add(line);
            }
        }
        return new Wording(bodies);
    }

    private String signed(List<String> body, Language language, Optional<Wording> title, int heading) {
        String text = String.join("\n", body).strip();
        String source = title.flatMap(
                        wording -> wording.in(language, Pitch.STANDARD).stream().findFirst())
                .map(name -> "\n\n\u2014 " + name)
                .orElse("");
        if (text.isEmpty()) {
            faults.add(
                    heading,
                    FaultKind.EMPTY_TEXT,
                    "the article says nothing in '" + language.code() + "'; write it there");
        }
        if (text.length() + source.length() > LONGEST) {
            faults.add(
                    heading,
                    FaultKind.ARTICLE_TOO_LONG,
                    "the article has " + text.length() + " characters in '" + language.code() + "'; " + LONGEST
                            + " fit into a message; shorten it or make two");
        }
        return text + source;
    }
}
