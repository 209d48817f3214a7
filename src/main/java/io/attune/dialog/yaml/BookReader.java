package io.attune.dialog.yaml;

import io.attune.dialog.Dialog;
import io.attune.dialog.DialogBook;
import io.attune.dialog.Fault;
import io.attune.dialog.Texts;
import io.attune.dialog.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads a folder of dialogs. {@code x.yaml} is a dialog, {@code x.texts.yaml} beside it its texts; a file of texts with no
 * dialog beside it belongs to all dialogs; {@code knowledge/x.md} is an article; {@code *.story.yaml} are tests and are left
 * alone.
 */
public final class BookReader {
    private static final String TEXTS = ".texts.yaml";
    private final Path folder;
    private final TreeSet<Fault> found = new TreeSet<>();
    private final Map<String, Dialog> dialogs = new LinkedHashMap<>();
    private final Map<String, Wording> talk = new LinkedHashMap<>();
    private final CommonTexts common = new CommonTexts();
    private final Map<String, String> intents = new LinkedHashMap<>();

    private BookReader(Path folder) {
        this.folder = folder;
    }

    /** Reads everything below the folder, faults and all. */
    public static Book read(Path folder) throws IOException {
        var reader = new BookReader(folder);
        List<Path> files = files(folder);
        for (Path file : files) {
            if (isShared(file, files)) {
                reader.shared(file);
            }
        }
        for (Path file : files) {
            if (isArticle(file)) {
                reader.article(file);
            } else if (!file.toString().endsWith(TEXTS)) {
                reader.dialog(file, Path.of(stem(file, ".yaml") + TEXTS));
            }
        }
        reader.common.reportUnused();
        return new Book(new DialogBook(reader.dialogs, new Texts(reader.talk)), List.copyOf(reader.found));
    }

    /** The files of the folder that are read, in order. */
    static List<Path> files(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".yaml")
                                    && !file.toString().endsWith(".story.yaml")
                            || isArticle(file))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isArticle(Path file) {
        Path parent = file.getParent();
        return file.toString().endsWith(".md") && parent != null && parent.endsWith("knowledge");
    }

    private static boolean isShared(Path file, List<Path> files) {
        return file.toString().endsWith(TEXTS) && !files.contains(Path.of(stem(file, TEXTS) + ".yaml"));
    }

    private static String stem(Path file, String ending) {
        String name = file.toString();
        return name.substring(0, name.length() - ending.length());
    }

    /** @param faults in the order of files and lines; a book with faults should not be served */
    public record Book(DialogBook dialogs, List<Fault> faults) {
        public Book {
            faults = List.copyOf(faults);
        }
    }

    private Faults faults(Path file) {
        return new Faults(folder.relativize(file).toString(), found);
    }

    private void shared(Path file) throws IOException {
        Faults faults = faults(file);
        var texts = new TextReader(faults);
        YamlFile.compose(file, faults).ifPresent(texts::read);
        texts.texts().forEach((key, wording) -> {
            int line = texts.lines().getOrDefault(key, 1);
            if (talk.put(key, wording) != null) {
                faults.add(line, "the text '" + key + "' stands in another file too");
            }
            if (CommonTexts.isCommon(key)) {
                common.add(key, wording, line, faults);
            }
        });
        new TextCheck(faults, texts, common).languages();
    }

    private void dialog(Path file, Path textFile) throws IOException {
        Faults faults = faults(file);
        var texts = new TextReader(faults(textFile));
        if (Files.exists(textFile)) {
            YamlFile.compose(textFile, faults(textFile)).ifPresent(texts::read);
        } else {
            faults.add(1, "its texts are missing; write them in " + textFile.getFileName());
        }
        Optional<Node> root = YamlFile.compose(file, faults);
        if (root.isEmpty()) {
            return;
        }
        Section section = Section.of(root.get(), "the dialog", faults);
        String id = section.need("dialog")
                .flatMap(node -> section.scalar(node, "dialog"))
                .orElse("");
        List<ScalarNode> starts = section.words("for");
        List<String> names = starts.stream().map(ScalarNode::getValue).toList();
        String kind = section.need("kind")
                .flatMap(node -> section.scalar(node, "kind"))
                .orElse("");
        Dialog dialog = switch (kind) {
            case "troubleshoot" -> new TroubleshootReader(faults).read(id, names, common.with(texts.texts()), section);
            case "flow" -> new FlowReader(faults).read(id, names, common.with(texts.texts()), section);
            default -> {
                faults.unknown(
                        section.find("kind").orElse(section.node()), "the kind", kind, List.of("troubleshoot", "flow"));
                yield null;
            }
        };
        if (dialog != null) {
            section.done();
            register(dialog, section, starts, faults);
            new TextCheck(faults(textFile), texts, common).dialog(dialog);
        }
    }

    private void article(Path file) throws IOException {
        Faults faults = faults(file);
        String name = file.getFileName().toString();
        var texts = new TextReader(faults);
        new ArticleReader(faults)
                .read(
                        "know-" + name.substring(0, name.length() - ".md".length()),
                        Files.readString(file),
                        texts,
                        common)
                .ifPresent(article -> {
                    register(article.flow(), article.head(), article.head().words("for"), faults);
                    article.head().done();
                    new TextCheck(faults, texts, common).dialog(article.flow());
                });
    }

    private void register(Dialog dialog, Section section, List<ScalarNode> starts, Faults faults) {
        if (!dialog.id().matches("[a-z][a-z0-9-]*")) {
            faults.add(
                    section.key("dialog"),
                    "a dialog's name is of small letters, digits and hyphens, such as internet-slow");
        }
        if (dialogs.put(dialog.id(), dialog) != null) {
            faults.add(section.key("dialog"), "there is another dialog '" + dialog.id() + "'; names must be unique");
        }
        if (starts.isEmpty()) {
            faults.add(section.node(), "no intent starts the dialog; add 'for: [intent]'");
        }
        var topics = new DialogBook(Map.of(), new Texts(talk)).topics();
        for (ScalarNode intent : starts) {
            if (!topics.isEmpty() && !topics.contains(intent.getValue())) {
                faults.unknown(intent, "the intent", intent.getValue(), topics);
            }
            String other = intents.put(intent.getValue(), dialog.id());
            if (other != null) {
                faults.add(intent, "the intent '" + intent.getValue() + "' starts '" + other + "' already");
            }
        }
    }
}
