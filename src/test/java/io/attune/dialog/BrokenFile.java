package io.attune.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Breaks a text file in one of many ways, the same way for the same chance. */
final class BrokenFile {
    private static final List<String> VALUES = List.of(
            "",
            "~",
            "[]",
            "{}",
            "[[[[]]]]",
            "{a: {b: {c: d}}}",
            "-1",
            "1e999",
            "NaN",
            "0x7f",
            "99999999999999999999",
            "yes",
            "*x",
            "&x y",
            "!!java.net.URL x",
            "!!binary aGk=",
            "2026-02-30",
            "'",
            "\"",
            "|",
            ">-",
            "#",
            "? x",
            "{end}",
            "{form.}",
            "below",
            "from 1e9",
            "below 5% of",
            "\u0000",
            "\u200b",
            "🙂",
            "others",
            "end",
            "person");
    private static final List<String> LINES = List.of(
            "---",
            "...",
            "- a",
            "x: &x [*x]",
            "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]",
            "<<: {a: b}",
            "\tx: y",
            "%YAML 9.9",
            "? [a]\n: b",
            "'': ''",
            "x: >\n  y",
            "steps:",
            "facts: 3",
            "for: {}",
            "kind: flow",
            "kind: troubleshoot",
            "dialog: internet-slow");

    private static final String SIGNS = "{}[]:,#&*!|>'\"%@`\\-? \t\u0001é";

    private final Random chance;

    BrokenFile(Random chance) {
        this.chance = chance;
    }

    String of(String text) {
        String broken = text;
        int times = 1 + chance.nextInt(3);
        for (int i = 0; i < times; i++) {
            broken = once(broken);
        }
        return broken;
    }

    private String once(String text) {
        var lines = new ArrayList<>(text.lines().toList());
        if (lines.isEmpty()) {
            return one(LINES);
        }
        int at = chance.nextInt(lines.size());
        int to = Math.min(lines.size(), at + 1 + chance.nextInt(5));
        String line = lines.get(at);
        switch (chance.nextInt(14)) {
            case 0 -> lines.subList(at, to).clear();
            case 1 -> lines.addAll(at, List.copyOf(lines.subList(at, to)));
            case 2 -> lines.set(at, " ".repeat(1 + chance.nextInt(6)) + line);
            case 3 -> lines.set(at, line.strip());
            case 4 -> lines.set(at, line.substring(0, chance.nextInt(line.length() + 1)));
            case 5 ->
                lines.set(
                        at,
                        line.replaceFirst(":\\s.*|:$", ": " + java.util.regex.Matcher.quoteReplacement(one(VALUES))));
            case 6 -> lines.add(at, " ".repeat(2 * chance.nextInt(4)) + one(LINES));
            case 7 -> lines.set(at, "  ".repeat(chance.nextInt(3)) + "x: " + "[".repeat(10 + chance.nextInt(5_000)));
            case 8 -> lines.set(at, line + "x".repeat(chance.nextInt(100_000)));
            case 9 -> lines.set(at, scrambled(line));
            case 10 -> lines.set(at, line.replaceAll("[a-z]", one(List.of("a", "ä", "\\$", "0"))));
            case 11 -> java.util.Collections.swap(lines, at, chance.nextInt(lines.size()));
            case 12 -> lines.subList(at, lines.size()).clear();
            default -> lines.set(at, line.replaceAll("\\d+", one(List.of("0", "-1", "1e308", "NaN", "''", "[1]"))));
        }
        return String.join("\n", lines);
    }

    private String one(List<String> of) {
        return of.get(chance.nextInt(of.size()));
    }

    private String scrambled(String line) {
        var text = new StringBuilder(line);
        for (int i = 0; i < 3 && !text.isEmpty(); i++) {
            text.setCharAt(chance.nextInt(text.length()), SIGNS.charAt(chance.nextInt(SIGNS.length())));
        }
        return text.toString();
    }
}
