package io.attune.understanding;

import io.attune.understanding.Understanding.Entity;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what leads to a person, so that it can be read by others than those who serve the customer: names,
 * addresses, numbers by which somebody is known. A number keeps its length and loses its digits, since the length is what the
 * classifier sees of one; figures that only measure something, such as a speed or an amount, stay. Masks too much rather than
 * too little. No pattern repeats a repetition.
 */
public final class Masking {
    private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** Kinds of entities that are about somebody, or somebody's line. */
    private static final Set<String> PERSONAL =
            Set.of("phone", "account", "order", "card", "iban", "number", "mac", "ip", "postcode", "email");

    private static final Pattern EMAIL =
            Pattern.compile("(?<![^\\s@<>()\\[\\]])[^\\s@<>()\\[\\]]{1,64}@[^\\s@<>()\\[\\],;]{2,100}");
    private static final Pattern LINK = Pattern.compile("(?:https?://|www\\.)\\S{1,500}", ANY_CASE);
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d(?:[ ./()\u2013-]{0,2}\\d){5,40}");

    private static final String WORD = "\\p{L}[\\p{L}'\u2019.-]{0,30}";
    private static final String CAPITAL = "\\p{Lu}[\\p{L}'\u2019-]{1,30}";

    private static final Pattern STREET = Pattern.compile(
            "(?<![\\p{L}\\d])(?:"
                    + "\\d{1,4}[a-z]?,?\\s(?:\\p{L}{2,25}\\s){1,3}(?:street|st|road|rd|avenue|ave|lane|drive|close|way|court|crescent|terrace)(?!\\w)"
                    + "|(?:calle|c/|avenida|avda\\.?|plaza|paseo)\\s(?:\\p{L}{1,25}\\s){1,4}(?:n\u00famero\\s|n\u00ba\\s?)?\\d{1,4}(?!\\w)"
                    + "|\\d{1,4}(?:\\sbis|\\ster)?,?\\s(?:rue|avenue|av\\.|boulevard|bd|chemin|impasse|all\u00e9e|place)\\s(?:\\p{L}['\u2019\\p{L}-]{0,25}\\s?){1,4}"
                    + "|\\p{L}{2,30}(?:stra\u00dfe|strasse|str\\.|weg|platz|gasse|allee|ring|damm)\\s\\d{1,4}\\s?[a-z]?(?!\\w))",
            ANY_CASE);

    /** After these comes a name, however it is written. */
    private static final Pattern NAMED = Pattern.compile(
            "(?<!\\w)((?:my name is|my name's|the name is|mi nombre es|me llamo|mon nom est|je m['\u2019]appelle|mein name ist"
                    + "|ich hei(?:\u00df|ss)e|account holder is|titular es|kontoinhaber ist)\\s)(" + WORD + ")(\\s(?-i:"
                    + CAPITAL + ")){0,2}",
            ANY_CASE);

    /** After these comes a name if it begins with a capital. */
    private static final Pattern TITLED = Pattern.compile(
            "(?<!\\w)((?i:mr\\.?|mrs\\.?|ms\\.?|miss|dr\\.?|herrn?|frau|se\u00f1or(?:a|ita)?|sra?\\.?|don|do\u00f1a|monsieur|madame|mme"
                    + "|mlle|m\\.)\\s)(" + CAPITAL + ")(\\s" + CAPITAL + ")?");

    private static final Pattern PRESENTED = Pattern.compile(
            "(?<!\\w)((?i:this is|i am|i['\u2019]m|soy|je suis|hier ist|c['\u2019]est)\\s)(?!(?i:mr|mrs|ms|herrn?|frau|monsieur|madame|se\u00f1ora?)\\W)("
                    + CAPITAL + ")(\\s" + CAPITAL + ")?");
    private static final Pattern SIGNED = Pattern.compile(
            "((?i:regards|thanks|thank you|cheers|saludos|gracias|cordialement|merci|gr(?:\u00fc|ue)(?:\u00dfe|sse|\u00df|ss)|danke|lg|mfg)"
                    + "[,.!]?\\s{1,3})(" + CAPITAL + ")(\\s" + CAPITAL + ")?\\s?\\.?\\s?$");

    private Masking() {}

    /**
     * @param names that the customer is known by; each of their words is masked wherever it stands
     * @return the text without secrets ({@link Redaction}) and without what leads to somebody. Masking again changes nothing
     */
    public static String mask(String text, Collection<String> names) {
        String kept = Redaction.redact(text);
        kept = EMAIL.matcher(kept).replaceAll("[email]");
        kept = LINK.matcher(kept).replaceAll("[link]");
        kept = STREET.matcher(kept).replaceAll("[address]");
        kept = numbers(kept, EntityFinder.find(kept));
        kept = LONG_NUMBER.matcher(kept).replaceAll(match -> zeros(match.group()));
        for (Pattern pattern : List.of(NAMED, TITLED, PRESENTED, SIGNED)) {
            kept = pattern.matcher(kept).replaceAll(Masking::name);
        }
        return known(kept, names);
    }

    private static String name(MatchResult match) {
        return Matcher.quoteReplacement(match.group(1) + "[name]");
    }

    private static String numbers(String text, List<Entity> entities) {
        StringBuilder masked = new StringBuilder(text);
        for (Entity entity : entities) {
            if (PERSONAL.contains(entity.type())) {
                boolean whole = entity.type().equals("postcode");
                zeros(masked, entity.start(), entity.end(), whole);
            }
        }
        return masked.toString();
    }

    private static String zeros(String text) {
        StringBuilder masked = new StringBuilder(text);
        zeros(masked, 0, masked.length(), false);
        return masked.toString();
    }

    /** Words with a digit in them lose it; "account number" before the number is left. */
    private static void zeros(StringBuilder text, int from, int to, boolean whole) {
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || Character.isWhitespace(text.charAt(i))) {
                int first = start;
                boolean number = whole || text.substring(first, i).chars().anyMatch(Character::isDigit);
                for (int k = first; k < i && number; k++) {
                    char letter = text.charAt(k);
                    text.setCharAt(k, Character.isDigit(letter) ? '0' : Character.isLetter(letter) ? 'X' : letter);
                }
                start = i + 1;
            }
        }
    }

    private static String known(String text, Collection<String> names) {
        StringBuilder masked = new StringBuilder(text);
        for (String name : names) {
            Words parts = Words.of(name);
            for (int part = 0; part < parts.size(); part++) {
                if (parts.word(part).length() > 1) {
                    remove(masked, parts.word(part));
                }
            }
        }
        return masked.toString();
    }

    private static void remove(StringBuilder text, String word) {
        Words words = Words.of(text);
        for (int i = words.size() - 1; i >= 0; i--) {
            if (words.word(i).equals(word)) {
                text.replace(words.start(i), words.end(i), "[name]");
            }
        }
    }
}
