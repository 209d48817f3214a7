package io.attune.decision;

import io.attune.backoffice.BackOffice.Reply;
import io.attune.decision.memory.Known;
import io.attune.decision.memory.Open;
import io.attune.decision.memory.Topic;
import io.attune.dialog.Dialog;
import io.attune.dialog.Flow;
import io.attune.dialog.Flow.Step;
import io.attune.dialog.Troubleshoot;
import io.attune.understanding.Understanding.Entity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a customer most likely answers, as the figures of a dialog have it. */
final class LensAnswers {
    private static final Map<Flow.Form, String> VALUES = Map.of(
            Flow.Form.DATE, "2026-03-20",
            Flow.Form.TIME, "10:00",
            Flow.Form.AMOUNT, "30",
            Flow.Form.NUMBER, "12345",
            Flow.Form.PHONE, "07700900123",
            Flow.Form.EMAIL, "ana@example.com",
            Flow.Form.POSTCODE, "28013",
            Flow.Form.TEXT, "…");

    private static final Pattern RESULT = Pattern.compile("\\{result\\.([A-Za-z0-9_-]+)}");

    private LensAnswers() {}

    /**
     * @param text in words
     * @param choice the id of what is picked; null for words alone
     * @param title as it is shown
     */
    record Answer(String text, @Nullable String choice, String title) {}

    /**
     * The answer given for what is asked, else the likeliest; null where nothing is asked. A remedy is taken not to have helped.
     *
     * @param given values by node
     */
    static @Nullable Answer to(Dialog dialog, Map<String, String> given, Situation situation) {
        Topic topic = situation
                .memory()
                .topic()
                .filter(one -> one.dialog().equals(dialog.id()))
                .orElse(null);
        Open open = topic == null ? null : topic.open();
        if (open == null) {
            return null;
        }
        Answer chosen = chosen(dialog, given, open, situation);
        return chosen == null ? likeliest(dialog, open, situation) : chosen;
    }

    private static @Nullable Answer chosen(Dialog dialog, Map<String, String> given, Open open, Situation situation) {
        String value = given.get(
                switch (open.kind()) {
                    case FACT -> "fact:" + open.id();
                    case REMEDY, VERIFY -> "remedy:" + open.id();
                    case STEP -> "step:" + open.id();
                });
        return situation.memory().talk().asked().choices().stream()
                .filter(choice -> value != null && value.equals(value(dialog, choice.id())))
                .findFirst()
                .map(choice -> new Answer(choice.title(), choice.id(), choice.title()))
                .orElse(null);
    }

    /** What can be answered at each node of the dialog that asks for a pick. */
    static Map<String, List<String>> possible(Dialog dialog) {
        var possible = new LinkedHashMap<String, List<String>>();
        switch (dialog) {
            case Troubleshoot shoot -> {
                shoot.facts().stream()
                        .filter(fact -> fact.ask() != null)
                        .forEach(fact -> possible.put("fact:" + fact.id(), withUnsure(fact.values())));
                shoot.remedies()
                        .forEach(remedy -> possible.put(
                                "remedy:" + remedy.id(),
                                remedy.settles() ? List.of("worked", "same") : List.of("worked", "same", "cannot")));
            }
            case Flow flow ->
                flow.steps().forEach((name, step) -> {
                    if (step instanceof Step.Ask ask) {
                        possible.put(
                                "step:" + name,
                                ask.answers().stream().map(Flow.Answer::id).toList());
                    }
                });
        }
        return possible;
    }

    private static List<String> withUnsure(List<String> values) {
        return Stream.concat(values.stream(), Stream.of(Known.UNSURE_ID)).toList();
    }

    /** What a choice stands for within the dialog; null where it leads out of it. */
    static @Nullable String value(Dialog dialog, String choice) {
        String[] parts = choice.split(":", 4);
        return parts.length == 4 && parts[1].equals(dialog.id()) ? parts[3] : null;
    }

    private static @Nullable Answer likeliest(Dialog dialog, Open open, Situation situation) {
        return switch (dialog) {
            case Troubleshoot shoot
            when open.kind() == Open.Kind.FACT ->
                picked(situation, Ids.fact(shoot.id(), open.id(), value(shoot, open.id(), situation)));
            case Troubleshoot shoot -> picked(situation, Ids.remedy(shoot.id(), open.id(), "same"));
            case Flow flow -> step(flow, open.id(), situation);
        };
    }

    private static @Nullable Answer step(Flow flow, String name, Situation situation) {
        return switch (flow.step(name).orElse(null)) {
            case Step.Fill fill -> {
                String value = VALUES.getOrDefault(fill.form(), "…");
                yield new Answer(fill.form() + " " + value, null, value);
            }
            case Step.Ask ask ->
                situation.memory().talk().asked().choices().stream()
                        .findFirst()
                        .map(choice -> new Answer(choice.title(), choice.id(), choice.title()))
                        .orElse(null);
            case null, default -> null;
        };
    }

    private static Answer picked(Situation situation, String id) {
        String title = situation.memory().talk().asked().choices().stream()
                .filter(choice -> choice.id().equals(id))
                .map(choice -> choice.title())
                .findFirst()
                .orElse(id);
        return new Answer(title, id, title);
    }

    /** The value that what is believed of the causes makes likeliest. */
    private static String value(Troubleshoot dialog, String name, Situation situation) {
        var fact = dialog.fact(name).orElseThrow();
        Facts facts = Facts.of(dialog, situation, situation.memory());
        double[] belief =
                Figures.of(dialog, facts, situation, situation.memory()).belief();
        String likeliest = fact.values().getFirst();
        double most = -1;
        for (int v = 0; v < fact.values().size(); v++) {
            double chance = 0;
            for (int c = 0; c < belief.length; c++) {
                List<Double> row = fact.seen().get(dialog.causes().get(c).id());
                chance += belief[c] * (row == null ? 1.0 / fact.values().size() : row.get(v));
            }
            if (chance > most) {
                most = chance;
                likeliest = fact.values().get(v);
            }
        }
        return likeliest;
    }

    /** The value of a form's answer, as it would be found in the words. */
    static List<Entity> entities(String text) {
        for (Flow.Form form : Flow.Form.values()) {
            String start = form + " ";
            if (text.startsWith(start)) {
                return List.of(new Entity(form.code(), text.substring(start.length()), start.length(), text.length()));
            }
        }
        return List.of();
    }

    /**
     * The provider's systems do what they are asked: the first outcome that the flow names. What they tell stands in the texts by
     * its name, {@code [amount]}.
     */
    static Reply reply(Dialog dialog, String call) {
        if (dialog instanceof Flow flow) {
            for (Step step : flow.steps().values()) {
                if (step instanceof Step.Call one && one.name().equals(call)) {
                    List<String> outcomes =
                            one.ways().keySet().stream().sorted().toList();
                    String outcome = List.of("done", "found", "ok").stream()
                            .filter(outcomes::contains)
                            .findFirst()
                            .orElse(outcomes.isEmpty() ? "done" : outcomes.getFirst());
                    return new Reply(outcome, told(flow));
                }
            }
        }
        return Reply.UNAVAILABLE;
    }

    private static Map<String, String> told(Flow flow) {
        var told = new LinkedHashMap<String, String>();
        flow.texts().byKey().values().stream()
                .flatMap(wording -> wording.texts().values().stream())
                .flatMap(pitches -> pitches.values().stream())
                .flatMap(List::stream)
                .flatMap(text -> RESULT.matcher(text).results())
                .forEach(name -> told.put(name.group(1), "[" + name.group(1) + "]"));
        return told;
    }
}
