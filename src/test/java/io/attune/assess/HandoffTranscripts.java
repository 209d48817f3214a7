package io.attune.assess;

import io.attune.customer.Level;
import io.attune.customer.Outcome;
import io.attune.decision.StepOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code src/test/resources/handoff/*.txt}; the first lines of en.txt say how they are written. */
final class HandoffTranscripts {
    private static final Pattern HEAD = Pattern.compile("== (\\S+) (\\S+) @(-|\\d+)(.*)");
    private static final Pattern LINE = Pattern.compile("([bc])(?:\\((ok|fail|refuse)\\))? (.*)");

    /** @param turn which of the customer's messages should lead to an agent, from 1; 0 for none */
    record Labelled(String id, String kind, int turn, Transcript transcript) {
        boolean isHeldOut() {
            return Integer.parseInt(id) % 2 == 0;
        }
    }

    private HandoffTranscripts() {}

    /** @param outcomes whether the steps' outcomes are told beside the words */
    static List<Labelled> read(String language, boolean outcomes) throws IOException {
        var all = new ArrayList<Labelled>();
        Matcher head = null;
        var turns = new ArrayList<Transcript.@Nullable Turn>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/handoff/" + language + ".txt"))) {
            Matcher next = HEAD.matcher(line);
            Matcher said = LINE.matcher(line);
            if (next.matches()) {
                add(head, turns, all);
                head = next;
                turns.clear();
            } else if (said.matches()) {
                String outcome = said.group(2);
                turns.add(new Transcript.Turn(
                        Speaker.read(said.group(1).equals("b") ? "bot" : "customer"),
                        said.group(3),
                        null,
                        null,
                        outcome == null || !outcomes ? null : StepOutcome.read(outcome)));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new IOException(language + ".txt: cannot read: " + line);
            }
        }
        add(head, turns, all);
        return all;
    }

    private static void add(@Nullable Matcher head, List<Transcript.@Nullable Turn> turns, List<Labelled> all) {
        if (head != null) {
            String turn = head.group(3);
            all.add(new Labelled(
                    head.group(1),
                    head.group(2),
                    turn.equals("-") ? 0 : Integer.parseInt(turn),
                    new Transcript(customer(head.group(4)), null, List.copyOf(turns))));
        }
    }

    private static Transcript.@Nullable Customer customer(String text) {
        if (text.isBlank()) {
            return null;
        }
        Level clv = null;
        Double churn = null;
        Boolean vulnerable = null;
        var history = new ArrayList<Transcript.@Nullable Past>();
        for (String part : text.strip().split(" ")) {
            String value = part.substring(part.indexOf('=') + 1);
            switch (part.substring(0, part.indexOf('='))) {
                case "clv" -> clv = Level.read(value);
                case "churn" -> churn = Double.valueOf(value);
                case "vulnerable" -> vulnerable = Boolean.valueOf(value);
                case "history" -> {
                    for (String past : value.split(",")) {
                        String[] both = past.split(":");
                        history.add(new Transcript.Past(Double.valueOf(both[1]), both[0], null));
                    }
                }
                case "past" -> {
                    String[] three = value.split(":");
                    history.add(new Transcript.Past(
                            Double.valueOf(three[0]),
                            three[1],
                            three[2].equals("-") ? null : Outcome.read(three[2])));
                }
                default -> throw new IllegalArgumentException(part);
            }
        }
        return new Transcript.Customer(clv, churn, vulnerable, history);
    }
}
