package io.attune.dialog.yaml;

import io.attune.dialog.Dialog;
import io.attune.dialog.FaultKind;
import io.attune.dialog.Flow;
import io.attune.dialog.Troubleshoot;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Checks that what a story names is there: dialogs, remedies, steps, intents, calls, reasons. */
final class StoryCheck {
    static final List<String> OUTCOMES = List.of("worked", "failed", "refused", "not_possible", "came_back");
    private static final String NONE = "null";
    private final StoryNames names;
    private final Faults faults;
    private final Set<String> titles = new HashSet<>();
    /** The keys of all texts, once one is looked for. */
    private final Set<String> known = new HashSet<>();

    StoryCheck(StoryNames names, Faults faults) {
        this.names = names;
        this.faults = faults;
    }

    void title(String title, Node at) {
        if (!titles.add(title)) {
            faults.add(
                    at,
                    FaultKind.DUPLICATE_STORY,
                    "another story of this file is called '" + title + "'; call one otherwise");
        }
    }

    Optional<String> intent(Section section, String key) {
        Optional<String> intent = section.text(key);
        intent.ifPresent(name -> known(section, key, FaultKind.UNKNOWN_INTENT, "the intent", name, names.intents()));
        return intent;
    }

    /** {@code dialog/remedy}, or the remedy alone. */
    Optional<String> remedy(Section section) {
        Optional<String> remedy = section.text("remedy");
        remedy.ifPresent(name -> {
            var all = new HashSet<>(remedies());
            dialogs().forEach(dialog -> remedies(dialog).forEach(one -> all.add(dialog.id() + "/" + one)));
            known(section, "remedy", FaultKind.UNKNOWN_EXPECTATION, "the remedy", name, all);
        });
        return remedy;
    }

    /** Keys of texts, of any dialog or of those that belong to all. */
    List<String> texts(Section section) {
        List<ScalarNode> keys = section.words("texts");
        if (!keys.isEmpty() && known.isEmpty()) {
            dialogs().forEach(dialog -> known.addAll(dialog.texts().byKey().keySet()));
            known.addAll(names.book().talk().byKey().keySet());
        }
        for (ScalarNode key : keys) {
            if (!known.contains(key.getValue()) && !known.isEmpty()) {
                faults.unknown(key, FaultKind.UNKNOWN_EXPECTATION, "the text", key.getValue(), known);
            }
        }
        return keys.stream().map(ScalarNode::getValue).toList();
    }

    void call(String name, Node at) {
        Set<String> calls = dialogs().stream()
                .filter(Flow.class::isInstance)
                .flatMap(dialog -> ((Flow) dialog).steps().values().stream())
                .filter(Flow.Step.Call.class::isInstance)
                .map(step -> ((Flow.Step.Call) step).name())
                .collect(Collectors.toSet());
        if (!calls.isEmpty() && !calls.contains(name)) {
            faults.unknown(at, FaultKind.UNKNOWN_CALL, "no step calls it; the call", name, calls);
        }
    }

    void expectation(Section section, Map<String, String> values) {
        values.forEach((key, value) -> {
            Collection<String> known = switch (key) {
                case "kind" -> names.kinds();
                case "handoff" -> names.handoffs();
                case "rule" -> names.rules();
                case "dialog" -> dialogs().stream().map(Dialog::id).toList();
                case "remedy" -> remedies();
                case "step" -> steps();
                case "language" -> List.of("en", "es", "fr", "de");
                default -> List.of();
            };
            if (!value.equals(NONE)) {
                known(section, key, FaultKind.UNKNOWN_EXPECTATION, "the " + key, value, known);
            }
        });
    }

    private void known(
            Section section, String key, FaultKind kind, String what, String name, Collection<String> known) {
        if (!known.isEmpty() && !known.contains(name)) {
            faults.unknown(section.find(key).orElse(section.node()), kind, what, name, known);
        }
    }

    private Collection<Dialog> dialogs() {
        return names.book().dialogs().values();
    }

    private Set<String> remedies() {
        return dialogs().stream().flatMap(StoryCheck::remedies).collect(Collectors.toSet());
    }

    private static Stream<String> remedies(Dialog dialog) {
        return dialog instanceof Troubleshoot shoot
                ? shoot.remedies().stream().map(Troubleshoot.Remedy::id)
                : Stream.of();
    }

    private Set<String> steps() {
        return dialogs().stream().flatMap(StoryCheck::steps).collect(Collectors.toSet());
    }

    /** What a dialog can wait for. */
    private static Stream<String> steps(Dialog dialog) {
        return switch (dialog) {
            case Flow flow -> flow.steps().keySet().stream();
            case Troubleshoot shoot ->
                Stream.concat(shoot.facts().stream().map(Troubleshoot.Fact::id), remedies(shoot));
        };
    }
}
