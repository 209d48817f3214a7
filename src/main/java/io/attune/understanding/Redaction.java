package io.attune.understanding;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out what must never be stored: card numbers, card security codes, passwords, PINs and one-time codes. What is taken
 * out leaves its kind behind, so that a reader knows that something stood there. The words around it stay.
 */
public final class Redaction {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern CARD = Pattern.compile("(?<![\\d-])\\d(?:[ .-]?\\d){12,18}(?![\\d-])");
    private static final Pattern PASSWORD = Pattern.compile(
            "(?<!\\w)((?:pass(?:word|code|wort|phrase)|passwd|pwd|contrase\u00f1a|contrasena|clave|mot de passe|mdp|kennwort|wlan-?schl\u00fcssel|network key|wifi key|security key)"
                    + "\\s?(?:is|are|was|=|:|es|est|era|ist|lautet|war)\\s?:?\\s?[\"'\u201c\u201e\u00ab]?)([^\\s\"'\u201d\u201c\u00bb]{3,64})",
            FLAGS);
    private static final Pattern CODE = Pattern.compile(
            "(?<!\\w)((?:pin|puk|cvv|cvc|cv2|tan|otp|sms[ -]code|security code|verification code|one[ -]time (?:code|password)|access code|code de (?:s\u00e9curit\u00e9|v\u00e9rification)|c\u00f3digo de (?:seguridad|verificaci\u00f3n)|sicherheitscode|best\u00e4tigungscode|pr\u00fcfnummer)"
                    + "(?:\\s(?:number|code|nummer|is|es|est|ist|lautet|was))?\\s?[:=#]?\\s?)(\\d{3,8})(?!\\d)",
            FLAGS);

    private Redaction() {}

    /** The text without them; the same text when it holds none. */
    public static String redact(String text) {
        if (text.length() < 4) {
            return text;
        }
        String kept = CARD.matcher(text).replaceAll(Redaction::card);
        kept = PASSWORD.matcher(kept).replaceAll(match -> secret(match.group(1), match.group(2), "[password]"));
        return CODE.matcher(kept).replaceAll(match -> Matcher.quoteReplacement(match.group(1) + "[code]"));
    }

    private static String card(java.util.regex.MatchResult match) {
        String digits = match.group().replaceAll("\\D", "");
        return Luhn.holds(digits) ? "[card]" : Matcher.quoteReplacement(match.group());
    }

    /** "The password is wrong" tells no password: what is said of one is not one, unless it looks like one. */
    private static String secret(String before, String word, String mark) {
        boolean looksSecret = word.chars().anyMatch(c -> Character.isDigit(c) || "!#$%&*_@+".indexOf(c) >= 0)
                || word.chars().skip(1).anyMatch(Character::isUpperCase)
                || before.strip().matches(".*[:=\"'\u201c\u201e\u00ab]");
        return Matcher.quoteReplacement(before + (looksSecret ? mark : word));
    }
}
