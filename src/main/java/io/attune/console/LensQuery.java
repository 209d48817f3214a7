package io.attune.console;

import io.attune.decision.Lens;
import io.attune.decision.LensLine;
import io.attune.dialog.Dialog;
import io.attune.dialog.Pitch;
import io.attune.message.Language;
import io.attune.problem.Fault;
import io.attune.problem.Problem;
import io.attune.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A lens as a request names it. Everything that is wrong with it is told at once, by the parameter's name. */
final class LensQuery {
    private static final String ANSWER = "answer";
    private static final List<String> ONCE = List.of("for", "contact", "line", "language");

    private final Map<String, List<String>> given;
    private final List<Fault> faults = new ArrayList<>();

    LensQuery(Map<String, List<String>> given) {
        this.given = given;
    }

    Lens.View view(Dialog dialog) {
        given.keySet().stream()
                .filter(name -> !ONCE.contains(name) && !name.equals(ANSWER))
                .sorted()
                .forEach(name -> faults.add(new Fault(
                        name, "there is no such parameter; there are " + String.join(", ", ONCE) + ", " + ANSWER)));
        ONCE.stream()
                .filter(name -> given.getOrDefault(name, List.of()).size() > 1)
                .forEach(name -> faults.add(new Fault(name, "only once")));
        Pitch pitch = one("for", Pitch.values(), Pitch::code, Pitch.STANDARD);
        LensLine line = one("line", LensLine.values(), LensLine::code, LensLine.UNKNOWN);
        Language language = one("language", Language.values(), Language::code, Language.EN);
        int contact = contact();
        Map<String, String> answers = answers(Lens.answers(dialog));
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badRequest(faults));
        }
        return new Lens.View(pitch, contact, line, language, answers);
    }

    private <T> T one(String name, T[] values, Function<T, String> code, T usual) {
        if (!given.containsKey(name)) {
            return usual;
        }
        String wanted = given.get(name).getFirst();
        return Arrays.stream(values)
                .filter(value -> code.apply(value).equals(wanted))
                .findFirst()
                .orElseGet(() -> {
                    List<String> codes = Arrays.stream(values).map(code).toList();
                    faults.add(new Fault(name, "must be one of " + String.join(", ", codes)));
                    return usual;
                });
    }

    private int contact() {
        String contact = given.getOrDefault("contact", List.of("1")).getFirst();
        if (contact.matches("[1-9]") && Integer.parseInt(contact) <= Lens.View.MOST_CONTACTS) {
            return Integer.parseInt(contact);
        }
        faults.add(new Fault("contact", "must be a number from 1 to " + Lens.View.MOST_CONTACTS));
        return 1;
    }

    private Map<String, String> answers(Map<String, List<String>> possible) {
        var answers = new LinkedHashMap<String, String>();
        for (String answer : given.getOrDefault(ANSWER, List.of())) {
            int cut = answer.lastIndexOf(':');
            String node = answer.substring(0, Math.max(0, cut));
            String value = answer.substring(cut + 1);
            List<String> values = possible.getOrDefault(node, List.of());
            if (values.isEmpty()) {
                faults.add(new Fault(
                        ANSWER,
                        "must be NODE:VALUE, with a node of this dialog that asks, such as fact:where:one_room"));
            } else if (!values.contains(value)) {
                faults.add(new Fault(ANSWER, "at " + node + " must be one of " + String.join(", ", values)));
            } else if (answers.put(node, value) != null) {
                faults.add(new Fault(ANSWER, "at " + node + " only once"));
            }
        }
        return answers;
    }
}
