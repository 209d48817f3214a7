package io.attune.understanding;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days told by words instead of figures, in four languages: "the day before yesterday", "hace tres días", "nächsten Freitag". */
final class DayWords {
    private static final String WEEKDAY =
            "monday|tuesday|wednesday|thursday|friday|saturday|sunday|lunes|martes|mi[e\u00e9]rcoles|jueves|viernes|s[a\u00e1]bado|domingo"
                    + "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag";
    private static final String COUNT = "\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|couple of"
            + "|una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|une?|deux|trois|quatre|cinq|sept|huit|neuf|dix"
            + "|einem|einer|zwei|drei|vier|f\u00fcnf|sechs|sieben|acht|neun|zehn";
    private static final String UNIT =
            "days?|weeks?|months?|d[i\u00ed]as?|semanas?|mes(?:es)?|jours?|semaines?|mois|tag(?:en?)?|wochen?|monat(?:en?)?";

    /** From the longest phrase to the shortest: the first that fits is taken. */
    static final String PHRASE = "(?:"
            + "(?:the )?day (?:before yesterday|after tomorrow)|antes de ayer|anteayer|pasado ma[n\u00f1]ana|avant[- ]hier|apr[e\u00e8]s[- ]demain|vorgestern|\u00fcbermorgen|uebermorgen"
            + "|(?:" + COUNT + ")\\s(?:days?|weeks?|months?) ago"
            + "|hace\\s(?:" + COUNT + ")\\s(?:d[i\u00ed]as?|semanas?|mes(?:es)?)"
            + "|il y a\\s(?:" + COUNT + ")\\s(?:jours?|semaines?|mois)"
            + "|vor\\s(?:" + COUNT + ")\\s(?:tag(?:en?)?|wochen?|monat(?:en?)?)"
            + "|in\\s(?:" + COUNT + ")\\s(?:days?|weeks?|months?|tagen?|wochen?|monaten?)"
            + "|(?:dans|dentro de)\\s(?:" + COUNT + ")\\s(?:jours?|semaines?|mois|d[i\u00ed]as?|semanas?|mes(?:es)?)"
            + "|last\\s(?:" + COUNT + ")\\s(?:days|weeks|months)"
            + "|(?:last|next|this|coming)\\s(?:week(?:end)?|month|" + WEEKDAY + ")"
            + "|(?:la semana|el mes) (?:pasad[ao]|que viene)|(?:la )?pr[o\u00f3]xima semana|(?:pr[o\u00f3]ximo|pasado)\\s(?:mes|"
            + WEEKDAY + ")"
            + "|(?:la semaine|le mois) (?:derni[e\u00e8]re?|prochaine?)"
            + "|(?:n[a\u00e4]chste|letzte|kommende|diese|vergangene)[nmrs]?\\s(?:woche|monat|wochenende|" + WEEKDAY
            + ")"
            + "|(?:" + WEEKDAY + ")\\s(?:pasado|pr[o\u00f3]ximo|que viene|dernier|prochain)"
            + "|(?:yesterday|today|tomorrow|" + WEEKDAY + ")\\s(?:morning|afternoon|evening|night)"
            + "|(?:ayer|hoy|ma\u00f1ana|manana|" + WEEKDAY + ") por la (?:ma[n\u00f1]ana|tarde|noche)"
            + "|(?:hier|demain|" + WEEKDAY + ")\\s(?:matin|soir|apr[e\u00e8]s[- ]midi)"
            + "|(?:gestern|heute|morgen|" + WEEKDAY
            + ")\\s(?:fr[u\u00fc]h|morgen|vormittag|mittag|nachmittag|abend|nacht)"
            + "|last night|this (?:morning|afternoon|evening)|tonight|esta (?:ma[n\u00f1]ana|tarde|noche)|ce (?:matin|soir)|cet apr[e\u00e8]s[- ]midi|cette nuit|heute nacht"
            + "|today|yesterday|tomorrow|hoy|ayer|anoche|aujourd['\u2019]hui|hier|demain|heute|gestern"
            + "|(?<!(?<![a-z])(?:la|buena|cada|esta|toda la)\\s)ma[n\u00f1]ana|(?<!(?<![a-z])(?:guten?|jeden|am|den)\\s)morgen"
            + "|" + WEEKDAY + ")";

    /** For folded text: comparing letters in any case and accent costs several times as much. */
    static final Pattern PATTERN = Pattern.compile(Folding.fold("(?<!\\w)(?=[a-z\\d])" + PHRASE + "(?!\\w)"));

    /** Without accents, as {@link Folding} leaves it. */
    private static final Map<String, Integer> NEAR = Map.ofEntries(
            Map.entry("the day before yesterday", -2),
            Map.entry("day before yesterday", -2),
            Map.entry("antes de ayer", -2),
            Map.entry("anteayer", -2),
            Map.entry("avant-hier", -2),
            Map.entry("avant hier", -2),
            Map.entry("vorgestern", -2),
            Map.entry("yesterday", -1),
            Map.entry("last night", -1),
            Map.entry("ayer", -1),
            Map.entry("anoche", -1),
            Map.entry("hier", -1),
            Map.entry("gestern", -1),
            Map.entry("today", 0),
            Map.entry("tonight", 0),
            Map.entry("this", 0),
            Map.entry("hoy", 0),
            Map.entry("esta", 0),
            Map.entry("aujourd'hui", 0),
            Map.entry("ce", 0),
            Map.entry("cet", 0),
            Map.entry("cette", 0),
            Map.entry("heute", 0),
            Map.entry("tomorrow", 1),
            Map.entry("manana", 1),
            Map.entry("demain", 1),
            Map.entry("morgen", 1),
            Map.entry("the day after tomorrow", 2),
            Map.entry("day after tomorrow", 2),
            Map.entry("pasado manana", 2),
            Map.entry("apres-demain", 2),
            Map.entry("apres demain", 2),
            Map.entry("ubermorgen", 2),
            Map.entry("uebermorgen", 2));

    /** From Monday on, in English, Spanish, French and German, without accents. */
    private static final List<List<String>> WEEKDAYS = List.of(
            List.of("monday", "lunes", "lundi", "montag"),
            List.of("tuesday", "martes", "mardi", "dienstag"),
            List.of("wednesday", "miercoles", "mercredi", "mittwoch"),
            List.of("thursday", "jueves", "jeudi", "donnerstag"),
            List.of("friday", "viernes", "vendredi", "freitag"),
            List.of("saturday", "sabado", "samedi", "samstag"),
            List.of("sunday", "domingo", "dimanche", "sonntag"));

    private static final List<List<String>> COUNTS = List.of(
            List.of("a", "an", "one", "un", "una", "une", "einem", "einer"),
            List.of("two", "couple of", "dos", "deux", "zwei"),
            List.of("three", "tres", "trois", "drei"),
            List.of("four", "cuatro", "quatre", "vier"),
            List.of("five", "cinco", "cinq", "funf"),
            List.of("six", "seis", "sechs"),
            List.of("seven", "siete", "sept", "sieben"),
            List.of("eight", "ocho", "huit", "acht"),
            List.of("nine", "nueve", "neuf", "neun"),
            List.of("ten", "diez", "dix", "zehn"));

    private static final Pattern COUNTED =
            Pattern.compile("(?:(ago|hace|il y a|vor|in|dans|dentro de)\\s)?(" + COUNT + ")\\s(" + UNIT + ")(\\sago)?");
    private static final Pattern PART_OF_DAY = Pattern.compile(
            "\\s(?:morning|afternoon|evening|night|por la (?:manana|tarde|noche)|manana|tarde|noche|matin|soir|apres[- ]midi|nuit|fruh|vormittag|mittag|nachmittag|abend|nacht|morgen)$");
    private static final Pattern BACK =
            Pattern.compile("\\b(?:last|pasado|dernier|letzte[nmrs]?|vergangene[nmrs]?)\\b");

    private DayWords() {}

    /**
     * @param plain folded
     * @return empty for what is no single day, such as "last week", and for what is no day at all
     */
    static Optional<LocalDate> resolve(String plain, LocalDate today) {
        Integer near = NEAR.get(plain);
        if (near != null) {
            return Optional.of(today.plusDays(near));
        }
        Matcher counted = COUNTED.matcher(plain);
        if (counted.matches() && (counted.group(1) == null) != (counted.group(4) == null)) {
            return counted(counted, today);
        }
        String day = PART_OF_DAY.matcher(plain).replaceFirst("");
        return day.equals(plain) || day.isEmpty() ? weekday(plain, today) : resolve(day, today);
    }

    private static Optional<LocalDate> counted(Matcher counted, LocalDate today) {
        String before = counted.group(1) == null ? "ago" : counted.group(1);
        int sign = List.of("ago", "hace", "il y a", "vor").contains(before) ? -1 : 1;
        int count = sign * count(counted.group(2));
        return Optional.of(
                switch (counted.group(3).charAt(0)) {
                    case 'w', 's' -> today.plusWeeks(count);
                    case 'm' -> today.plusMonths(count);
                    default -> today.plusDays(count);
                });
    }

    private static int count(String word) {
        for (int i = 0; i < COUNTS.size(); i++) {
            if (COUNTS.get(i).contains(word)) {
                return i + 1;
            }
        }
        return Integer.parseInt(word);
    }

    /** The next one, today excluded; with "last" the one before. */
    private static Optional<LocalDate> weekday(String plain, LocalDate today) {
        List<String> words = Words.of(plain).asList();
        for (int day = 0; day < WEEKDAYS.size(); day++) {
            if (words.stream().anyMatch(WEEKDAYS.get(day)::contains)) {
                DayOfWeek named = DayOfWeek.of(day + 1);
                return Optional.of(today.with(
                        BACK.matcher(plain).find()
                                ? TemporalAdjusters.previous(named)
                                : TemporalAdjusters.next(named)));
            }
        }
        return Optional.empty();
    }
}
