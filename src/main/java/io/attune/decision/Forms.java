package io.attune.decision;

import io.attune.decision.memory.Known;
import io.attune.decision.memory.Memory;
import io.attune.dialog.Flow;
import io.attune.dialog.Flow.Form;
import io.attune.dialog.Flow.Step;
import io.attune.understanding.Dates;
import io.attune.understanding.Understanding.Entity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Values that a flow collects: what the customer tells, and what the provider's systems answer. */
final class Forms {
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}");
    private static final Pattern DIGITS = Pattern.compile("(?<![\\w.,])\\d{1,16}(?![\\w]|[.,]\\d)");
    private static final Pattern DAY = Pattern.compile("(?<![\\d./])\\d{1,2}[./]\\d{1,2}(?![\\d/])\\.?");
    private static final int LONGEST = 500;
    private static final String FORM = "form.";
    private static final String RESULT = "result.";

    private Forms() {}

    /**
     * What the messages of this turn tell of a form.
     *
     * @param asked whether the bot's last message asked for it: only then own words and bare figures count
     */
    static Optional<Known> told(Situation situation, Form form, boolean asked) {
        for (Heard heard : situation.heard().reversed()) {
            if (heard.choiceId() == null) {
                Optional<String> value = value(heard, form, situation, asked);
                if (value.isPresent()) {
                    return value.map(told -> new Known(told, Known.How.CUSTOMER, heard.seq()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> value(Heard heard, Form form, Situation situation, boolean asked) {
        return switch (form) {
            case TEXT -> asked ? Optional.of(shortened(heard.text().strip())) : Optional.empty();
            case EMAIL -> find(EMAIL, heard.text());
            case DATE ->
                entity(heard, "date")
                        .or(() -> asked ? find(DAY, heard.text()) : Optional.empty())
                        .flatMap(written -> Dates.resolve(
                                written,
                                situation.now().atZone(situation.zone()).toLocalDate()))
                        .map(Object::toString);
            case NUMBER ->
                entity(heard, "number", "order", "account")
                        .or(() -> asked ? find(DIGITS, heard.text()) : Optional.empty());
            case AMOUNT -> entity(heard, "amount").or(() -> asked ? find(DIGITS, heard.text()) : Optional.empty());
            case PHONE -> entity(heard, "phone");
            case TIME -> entity(heard, "time");
            case POSTCODE -> entity(heard, "postcode").or(() -> asked ? find(DIGITS, heard.text()) : Optional.empty());
        };
    }

    private static Optional<String> entity(Heard heard, String... types) {
        List<String> wanted = List.of(types);
        return heard.understanding().entities().stream()
                .filter(entity -> wanted.contains(entity.type()))
                .map(Entity::value)
                .findFirst();
    }

    private static Optional<String> find(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group()).findFirst();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** The values of a flow so far, by the names that its texts and tables use. */
    static Map<String, String> values(Memory memory, Flow flow) {
        String prefix = flow.id() + "/";
        var values = new HashMap<String, String>();
        memory.facts().forEach((key, known) -> {
            String name = key.startsWith(prefix) ? key.substring(prefix.length()) : "";
            if (name.startsWith(FORM) || name.startsWith(RESULT)) {
                values.put(name, known.value());
            }
        });
        return values;
    }

    /** The fact that a form's value is kept as. */
    static String name(String as) {
        return FORM + as;
    }

    static Memory keep(Memory memory, Flow flow, String as, Known value) {
        return memory.withFact(flow.id(), FORM + as, value);
    }

    /** Takes down whatever the messages tell of any form of the flow, in the order of its steps: an answer before its question. */
    static Memory noted(Situation situation, Memory memory, Flow flow, Set<Form> taken) {
        Memory with = memory;
        for (Step step : flow.steps().values()) {
            if (step instanceof Step.Fill fill
                    && with.fact(flow.id(), FORM + fill.as()).isEmpty()
                    && !taken.contains(fill.form())) {
                Optional<Known> told = told(situation, fill.form(), false);
                if (told.isPresent()) {
                    taken.add(fill.form());
                    with = keep(with, flow, fill.as(), told.get());
                }
            }
        }
        return with;
    }

    static Memory answered(Memory memory, Flow flow, Map<String, String> results) {
        Memory with = memory;
        for (var result : results.entrySet()) {
            with = with.withFact(
                    flow.id(), RESULT + result.getKey(), new Known(result.getValue(), Known.How.PROFILE, 0));
        }
        return with;
    }

    /**
     * A flow that begins anew knows nothing of the last time.
     *
     * @param since the message that brought it: what was told from there on stays
     */
    static Memory emptied(Memory memory, Flow flow, long since) {
        Memory without = memory;
        for (String name : values(memory, flow).keySet()) {
            boolean old = memory.fact(flow.id(), name)
                    .filter(known -> known.seq() >= since && since > 0)
                    .isEmpty();
            without = old ? without.withoutFact(flow.id(), name) : without;
        }
        return without;
    }

    /** What is sent along with a call: the named values that are known. */
    static Map<String, String> sent(Memory memory, Flow flow, List<String> names) {
        Map<String, String> values = values(memory, flow);
        var sent = new HashMap<String, String>();
        for (String name : names) {
            String value = values.get(FORM + name);
            if (value != null) {
                sent.put(name, value);
            }
        }
        return sent;
    }
}
