package io.attune.aptitude;

import io.attune.understanding.PhraseIndex.Hit;
import io.attune.understanding.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells a term of the trade that was picked up somewhere from one that is understood: nobody who knows what an IP address is
 * unplugs it, and latency does not come in megabits. A table of what may be said of which type of term, in four languages.
 */
final class Coherence {
    /** What is done by hand, and so to things that can be held. */
    private static final Set<String> BY_HAND = Set.of(
            "unplug",
            "unplugged",
            "unplugging",
            "plug",
            "plugged",
            "screw",
            "screwed",
            "tighten",
            "tightened",
            "dust",
            "dusted",
            "bought",
            "carry",
            "carried",
            "hold",
            "touch",
            "touched",
            "desenchufar",
            "desenchufe",
            "desenchufo",
            "enchufar",
            "enchufe",
            "enchufo",
            "desconecte",
            "atornillar",
            "apretar",
            "compre",
            "debrancher",
            "debranche",
            "brancher",
            "branche",
            "visser",
            "visse",
            "achete",
            "ausstecken",
            "ausgesteckt",
            "einstecken",
            "eingesteckt",
            "anstecken",
            "angesteckt",
            "schrauben",
            "geschraubt",
            "gekauft",
            "stecke",
            "steckte");

    private static final Set<String> CANNOT_BE_HELD = Set.of("protocol", "address", "signal", "speed");

    /** Which unit a measure comes in, by the word that names it. */
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("latency", "ms"),
            Map.entry("ping", "ms"),
            Map.entry("jitter", "ms"),
            Map.entry("latencia", "ms"),
            Map.entry("latence", "ms"),
            Map.entry("gigue", "ms"),
            Map.entry("latenz", "ms"),
            Map.entry("snr", "db"),
            Map.entry("attenuation", "db"),
            Map.entry("atenuacion", "db"),
            Map.entry("affaiblissement", "db"),
            Map.entry("dampfung", "db"),
            Map.entry("rssi", "db"),
            Map.entry("rsrp", "db"),
            Map.entry("bandwidth", "bit"),
            Map.entry("throughput", "bit"),
            Map.entry("bandbreite", "bit"),
            Map.entry("durchsatz", "bit"),
            Map.entry("debit", "bit"));

    private static final int REACH = 4;

    private Coherence() {}

    /** Whether the text says of a term what cannot be said of it. */
    static boolean isBroken(Words words, List<Hit<Lexicon.Term>> terms) {
        for (Hit<Lexicon.Term> hit : terms) {
            boolean untouchable =
                    CANNOT_BE_HELD.contains(hit.value().type()) && hit.value().band() >= 2;
            for (int i = Math.max(0, hit.first() - 2); untouchable && i < hit.first(); i++) {
                if (BY_HAND.contains(words.word(i))) {
                    return true;
                }
            }
        }
        return hasWrongUnit(words);
    }

    private static boolean hasWrongUnit(Words words) {
        for (int i = 0; i < words.size(); i++) {
            String unit = UNITS.get(words.word(i));
            for (int j = i + 1; unit != null && j < words.size() && j <= i + REACH; j++) {
                String given = unitOf(words.word(j));
                if (!given.isEmpty()) {
                    if (!given.equals(unit)) {
                        return true;
                    }
                    break;
                }
            }
        }
        return false;
    }

    private static String unitOf(String word) {
        int from = 0;
        while (from < word.length() && Character.isDigit(word.charAt(from))) {
            from++;
        }
        return switch (word.substring(from)) {
            case "ms", "milliseconds" -> "ms";
            case "db", "dbm", "dbmv" -> "db";
            case "mbps", "mbit", "mbits", "gbps", "gbit", "kbps", "megabits", "gigabits" -> "bit";
            case "mhz", "ghz" -> "hz";
            default -> "";
        };
    }
}
