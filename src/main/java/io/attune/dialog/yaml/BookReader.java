package io.attune.dialog.yaml;

import io.attune.dialog.Dialog;
import io.attune.dialog.DialogBook;
import io.attune.dialog.Fault;
import io.attune.dialog.FaultKind;
import io.attune.dialog.Texts;
import io.attune.dialog.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads a folder of dialogs. {@code x.yaml} is a dialog, {@code x.texts.yaml} beside it its texts; a file of texts with no
 * dialog beside it belongs to all dialogs; {@code knowledge/x.md} is an article; {@code data.yaml} declares the data that dialogs
 * use; {@code *.story.yaml} are tests and are left alone.
 */
public final class BookReader {
    private static final String TEXTS = ".texts.yaml";
    private static final List<String> KINDS = List.of("troubleshoot", "flow");
    private final Path folder;
    private final TreeSet<Fault> found = new TreeSet<>();
    private final Map<String, Dialog> dialogs = new LinkedHashMap<>();
    private final Map<String, Wording> talk = new LinkedHashMap<>();
    private final CommonTexts common = new CommonTexts();
    private final Map<String, String> intents = new LinkedHashMap<>();
    private final Data data = new Data();
    private final TriggerCheck triggers = new TriggerCheck();
    private final GeneralCheck general = new GeneralCheck();

    private BookReader(Path folder) {
        this.folder = folder;
    }

    /** Reads everything below the folder, faults and all. */
    public static Book read(Path folder) throws IOException {
        var reader = new BookReader(folder);
        reader.read(files(folder, reader.found));
        return new Book(new DialogBook(reader.dialogs, new Texts(reader.talk)), List.copyOf(reader.found));
    }

    private void read(List<Path> files) throws IOException {
        Path declared = folder.resolve(Data.FILE);
        if (files.contains(declared)) {
            Faults faults = faults(declared);
            YamlFile.compose(declared, faults).ifPresent(root -> data.read(root, faults));
        }
        for (Path file : files) {
            if (isShared(file, files)) {
                shared(file);
            }
        }
        int tried = 0;
        for (Path file : files) {
            if (isArticle(file)) {
                tried++;
                article(file);
            } else if (!file.toString().endsWith(TEXTS) && !file.equals(declared)) {
                tried++;
                dialog(file, Path.of(stem(file, ".yaml") + TEXTS), files);
            }
        }
        // A dialog that cannot be read might use them.
        if (dialogs.size() == tried) {
            common.reportUnused();
        }
        triggers.compare();
        general.compare();
    }

    /** The files of the folder that are read, in order. */
    static List<Path> files(Path folder) throws IOException {
        return files(folder, new TreeSet<>());
    }

    private static List<Path> files(Path folder, TreeSet<Fault> found) throws IOException {
        return Folder.files(folder, found).stream()
                .filter(file ->
                        file.toString().endsWith(".yaml") && !file.toString().endsWith(".story.yaml")
                                || isArticle(file))
                .toList();
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
                faults.add(
                        line,
                        FaultKind.DUPLICATE_TEXT,
                        "the text '" + key + "' stands in another file too; remove one");
            }
            general.add(key, wording, line, faults);
            if (CommonTexts.isCommon(key)) {
                common.add(key, wording, line, faults);
            }
        });
        new TextCheck(faults, texts, common, data).shared();
    }

    private void dialog(Path file, Path textFile, List<Path> files) throws IOException {
        Faults faults = faults(file);
        var texts = new TextReader(faults(textFile));
        Optional<Node> root = YamlFile.compose(file, faults);
        boolean readable = true;
        if (files.contains(textFile)) {
            Optional<Node> words = YamlFile.compose(textFile, faults(textFile));
            words.ifPresent(texts::read);
            readable = words.isPresent();
        } else if (root.isPresent()) {
            faults.add(1, FaultKind.NO_TEXTS, "its texts are missing; write them in " + textFile.getFileName());
            readable = false;
        }
        if (root.isEmpty()) {
            return;
        }
        Section section = Section.of(root.get(), "the dialog", faults);
        String id = section.need("dialog")
                .flatMap(node -> section.scalar(node, "dialog"))
                .orElse("");
        List<ScalarNode> starts = section.words("for");
        List<String> names = starts.stream().map(ScalarNode::getValue).toList();
        Optional<Node> kind = section.need("kind");
        Dialog dialog =
                switch (kind.flatMap(node -> section.scalar(node, "kind")).orElse("")) {
                    case "troubleshoot" ->
                        new TroubleshootReader(faults, data).read(id, names, common.with(texts.texts()), section);
                    case "flow" -> new FlowReader(faults, data).read(id, names, common.with(texts.texts()), section);
                    default -> {
                        kind.filter(ScalarNode.class::isInstance)
                                .map(ScalarNode.class::cast)
                                .ifPresent(word -> faults.unknown(
                                        word, FaultKind.UNKNOWN_WORD, "the kind", word.getValue(), KINDS));
                        yield null;
                    }
                };
        if (dialog != null) {
            section.done();
            register(dialog, section, starts, faults);
            if (readable) {
                new TextCheck(faults(textFile), texts, common, data).dialog(dialog);
                triggers.add(id, texts, faults(textFile));
            }
        }
    }

    private void article(Path file) throws IOException {
        Faults faults = faults(file);
        String name = file.getFileName().toString();
        var texts = new TextReader(faults);
        YamlFile.text(file, faults)
                .flatMap(text -> new ArticleReader(faults)
                        .read("know-" + name.substring(0, name.length() - ".md".length()), text, texts, common))
                .ifPresent(article -> {
                    register(article.flow(), article.head(), article.head().words("for"), faults);
                    article.head().done();
                    new TextCheck(faults, texts, common, data).dialog(article.flow());
                    triggers.add(article.flow().id(), texts, faults);
                });
    }

    private void register(Dialog dialog, Section section, List<ScalarNode> starts, Faults faults) {
        if (!dialog.id().isEmpty() && !dialog.id().matches("[a-z][a-z0-9-]{0,59}")) {
            faults.add(
                    section.key("dialog"),
                    FaultKind.BAD_NAME,
                    "a dialog's name is of small letters, digits and hyphens, such as internet-slow");
        }
        if (dialogs.put(dialog.id(), dialog) != null) {
            faults.add(
                    section.key("dialog"),
                    FaultKind.DUPLICATE_DIALOG,
                    "there is another dialog '" + dialog.id() + "'; names must be unique");
        }
        if (starts.isEmpty()) {
            faults.add(section.node(), FaultKind.NO_INTENT, "no intent starts the dialog; add 'for: [intent]'");
        }
        Set<String> topics = new DialogBook(Map.of(), new Texts(talk)).topics();
        for (ScalarNode intent : starts) {
            if (!topics.isEmpty() && !topics.contains(intent.getValue())) {
                faults.unknown(intent, FaultKind.UNKNOWN_INTENT, "the intent", intent.getValue(), topics);
            }
            String other = intents.put(intent.getValue(), dialog.id());
            if (other != null) {
                faults.add(
                        intent,
                        FaultKind.INTENT_TAKEN,
                        "the intent '" + intent.getValue() + "' starts '" + other
                                + "' already; let one dialog have it");
            }
        }
    }
}
