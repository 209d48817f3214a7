package io.attune.dialog;

import io.attune.dialog.Flow.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A dialog as nodes and arrows, for whoever draws it.
 *
 * @param nodes each with an id of its own in this drawing
 * @param edges between ids of nodes
 */
public record Drawing(List<Node> nodes, List<Edge> edges) {
    private static final String PERSON = "person";

    public enum Kind {
        BEGIN,
        CAUSE,
        FACT,
        REMEDY,
        SAY,
        ASK,
        BRANCH,
        CALL,
        END,
        PERSON
    }

    /**
     * @param title its name in the file
     * @param detail how likely a cause is (percent), the values of a fact, a remedy's minutes; else empty
     */
    public record Node(String id, Kind kind, String title, String detail) {}

    /**
     * @param label on the arrow; may be empty
     * @param tells whether it only says that looking at a fact tells a cause apart, instead of leading on
     */
    public record Edge(String from, String to, String label, boolean tells) {}

    public Drawing {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    public static Drawing of(Dialog dialog) {
        return switch (dialog) {
            case Troubleshoot shoot -> troubleshoot(shoot);
            case Flow flow -> flow(flow);
        };
    }

    private static Drawing troubleshoot(Troubleshoot dialog) {
        var nodes = new ArrayList<Node>();
        var edges = new ArrayList<Edge>();
        double sum = dialog.causes().stream().mapToDouble(cause -> cause.odds()).sum();
        for (var fact : dialog.facts()) {
            nodes.add(new Node("fact:" + fact.id(), Kind.FACT, fact.id(), String.join(", ", fact.values())));
            fact.seen().keySet().stream()
                    .sorted()
                    .filter(cause -> tells(fact, cause))
                    .forEach(cause -> edges.add(new Edge("fact:" + fact.id(), "cause:" + cause, "", true)));
        }
        for (var cause : dialog.causes()) {
            nodes.add(new Node("cause:" + cause.id(), Kind.CAUSE, cause.id(), percent(cause.odds() / sum)));
            if (cause.needsAgent()) {
                edges.add(new Edge("cause:" + cause.id(), PERSON, "", false));
            }
        }
        for (var remedy : dialog.remedies()) {
            String minutes =
                    String.format(Locale.ROOT, "%.0f min", remedy.effort().minutes());
            nodes.add(new Node("remedy:" + remedy.id(), Kind.REMEDY, remedy.id(), minutes));
            remedy.cures().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(cure -> edges.add(new Edge(
                            "cause:" + cure.getKey(), "remedy:" + remedy.id(), percent(cure.getValue()), false)));
        }
        if (edges.stream().anyMatch(edge -> edge.to().equals(PERSON))) {
            nodes.add(new Node(PERSON, Kind.PERSON, PERSON, ""));
        }
        return new Drawing(nodes, edges);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /** Whether the fact looks clearly different under this cause than on average. */
    static boolean tells(Troubleshoot.Fact fact, String cause) {
        List<Double> row = fact.seen().getOrDefault(cause, List.of());
        for (int v = 0; v < row.size(); v++) {
            int place = v;
            double mean = fact.seen().values().stream()
                    .mapToDouble(other -> other.get(place))
                    .average()
                    .orElse(0);
            if (row.get(v) > 2 * mean && row.get(v) > .5) {
                return true;
            }
        }
        return false;
    }

    private static Drawing flow(Flow flow) {
        var nodes = new ArrayList<Node>();
        var edges = new ArrayList<Edge>();
        nodes.add(new Node("begin", Kind.BEGIN, flow.id(), ""));
        edges.add(new Edge("begin", "step:" + flow.start(), "", false));
        flow.steps().forEach((name, step) -> {
            String from = "step:" + name;
            Kind kind = switch (step) {
                case Step.Say(String next) -> {
                    edges.add(new Edge(from, "step:" + next, "", false));
                    yield Kind.SAY;
                }
                case Step.Ask ask -> {
                    ask.answers().forEach(a -> edges.add(new Edge(from, "step:" + a.next(), a.id(), false)));
                    yield Kind.ASK;
                }
                case Step.Branch(List<Flow.Way> ways) -> {
                    ways.forEach(w -> edges.add(
                            new Edge(from, "step:" + w.next(), w.value().isEmpty() ? "else" : w.value(), false)));
                    yield Kind.BRANCH;
                }
                case Step.Fill fill -> {
                    edges.add(new Edge(from, "step:" + fill.next(), "", false));
                    yield Kind.ASK;
                }
                case Step.Call call -> {
                    call.ways().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .forEach(way -> edges.add(new Edge(from, "step:" + way.getValue(), way.getKey(), false)));
                    edges.add(new Edge(from, "step:" + call.otherwise(), "else", false));
                    yield Kind.CALL;
                }
                case Step.End end -> Kind.END;
                case Step.HandOver person -> Kind.PERSON;
            };
            nodes.add(new Node(from, kind, name, ""));
        });
        return new Drawing(nodes, edges);
    }
}
