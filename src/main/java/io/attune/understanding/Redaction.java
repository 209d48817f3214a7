package io.attune.understanding;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out what must never be stored: card numbers, card security codes, passwords, PINs and one-time codes. What is taken
 * out leaves its kind behind, so that a reader knows that something stood there. The words around it stay.
 */
public final class Redaction {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern CARD = Pattern.compile("(?<![\\d-])\\d(?:[ .-]?\\d){12,18}(?![\\d-])");

    /** A card, its month and year, and the code that people write behind it. */
    private static final Pattern BEHIND_CARD = Pattern.compile(
            "(\\[card\\][ ,;]{1,3}(?:exp\\p{L}{0,6}\\.?[ :]{0,2})?\\d{1,2}\\s?/\\s?\\d{2,4}[ ,;]{1,3}(?:code\\s)?)(\\d{3,4})(?!\\d)",
            FLAGS);

    private static final String SECRET =
            "pass(?:word|code|wort|phrase)?|passwd|pwd?|contrase\u00f1a|contrasena|clave|mot de passe|mdp|kennwort|wlan-?schl\u00fcssel"
                    + "|(?:network|wifi|wi-fi|wpa2?|security) key";
    private static final String OF_WHAT =
            "(?:\\s(?:for|of|to|del|de la|de mi|de|du|de ma|f\u00fcrs?|vom|von|zum)(?:\\s(?:the|my|mi|el|mon|das|mein|meinem))?\\s\\p{L}{2,15})?";
    private static final Pattern PASSWORD = Pattern.compile(
            "(?<!\\w)((?:" + SECRET + ")" + OF_WHAT
                    + "(?:\\s?(?:is|are|was|=|:|es|est|era|ist|lautet|war)\\s?:?\\s?|\\s)[\"'\u201c\u201e\u00ab]?)([^\\s\"'\u201d\u201c\u00bb]{3,64})",
            FLAGS);

    private static final Pattern CODE = Pattern.compile(
            "(?<!\\w)((?:pin|puk|cvv|cvc|cv2|tan|otp|sms[ -]code|security code|verification code|one[ -]time (?:code|password)|access code|code de (?:s\u00e9curit\u00e9|v\u00e9rification)|c\u00f3digo de (?:seguridad|verificaci\u00f3n)|sicherheitscode|best\u00e4tigungscode|pr\u00fcfnummer)"
                    + "(?:\\s?-?(?:number|code|nummer))?(?:\\s(?:is|es|est|ist|lautet|was|:))?\\s?[:=#]?\\s?)(\\d{3,8})(?!\\d)",
            FLAGS);

    /** "The code from the text is 123456": no word says that it is secret, but how it came does. */
    private static final Pattern SENT_CODE = Pattern.compile(
            "(?<!\\w)((?:code|c\u00f3digo|codigo|pin)\\s(?:\\p{L}{1,15}\\s){0,5}"
                    + "(?:sms|text|message|sent|got|received|mensaje|lleg\u00f3|llego|enviado|enviaron|mandaron|re\u00e7u|recu|envoy\u00e9|nachricht|geschickt|bekommen)"
                    + "\\s(?:\\p{L}{1,15}\\s){0,3}:?\\s?)(\\d{4,8})(?!\\d)",
            FLAGS);

    private static final Pattern ON_THE_BACK = Pattern.compile(
            "(?<!\\w)((?:digits|numbers|d\u00edgitos|cifras|n\u00fameros|chiffres|ziffern|zahlen)\\s(?:\\p{L}{1,12}\\s){0,4}"
                    + "(?:back|detr\u00e1s|reverso|dos|verso|r\u00fcckseite|hinten)\\s(?:\\p{L}{1,12}\\s){0,3}:?\\s?)(\\d{3,4})(?!\\d)",
            FLAGS);

    /** What is said of a password rather than being one, folded. */
    private static final Set<String> SAID_OF_ONE = Set.of(
            "not",
            "wrong",
            "incorrect",
            "correct",
            "right",
            "invalid",
            "working",
            "rejected",
            "expired",
            "blocked",
            "locked",
            "lost",
            "gone",
            "forgotten",
            "needed",
            "required",
            "missing",
            "changed",
            "reset",
            "okay",
            "fine",
            "different",
            "unknown",
            "the",
            "same",
            "too",
            "also",
            "still",
            "written",
            "incorrecta",
            "correcta",
            "erronea",
            "falsa",
            "mala",
            "bloqueada",
            "caducada",
            "olvidada",
            "incorrecte",
            "faux",
            "fausse",
            "mauvais",
            "oublie",
            "bloque",
            "perdu",
            "expire",
            "bon",
            "falsch",
            "richtig",
            "weg",
            "vergessen",
            "gesperrt",
            "abgelaufen",
            "ungultig",
            "korrekt",
            "nicht",
            "unbekannt",
            "verloren",
            "neu");

    private Redaction() {}

    /** The text without them; the same text when it holds none. */
    public static String redact(String text) {
        if (text.length() < 4) {
            return text;
        }
        String kept = CARD.matcher(text).replaceAll(Redaction::card);
        kept = PASSWORD.matcher(kept).replaceAll(Redaction::password);
        for (Pattern code : new Pattern[] {BEHIND_CARD, CODE, SENT_CODE, ON_THE_BACK}) {
            kept = code.matcher(kept).replaceAll(match -> Matcher.quoteReplacement(match.group(1) + "[code]"));
        }
        return kept;
    }

    private static String card(MatchResult match) {
        String digits = match.group().replaceAll("\\D", "");
        return Luhn.holds(digits) ? "[card]" : Matcher.quoteReplacement(match.group());
    }

    /** "The password is wrong" tells no password: what is said of one is not one, unless it looks like one. */
    private static String password(MatchResult match) {
        String before = match.group(1).strip();
        String word = match.group(2);
        boolean told = ":=\"'\u201c\u201e\u00ab".indexOf(before.charAt(before.length() - 1)) >= 0;
        boolean isSecret = told || looksSecret(word) || (isVerb(before) && word.length() > 3 && isNoRemark(word));
        return Matcher.quoteReplacement(match.group(1) + (isSecret && !word.startsWith("[") ? "[password]" : word));
    }

    private static boolean looksSecret(String word) {
        return word.chars().anyMatch(c -> Character.isDigit(c) || "!#$%&*_@+".indexOf(c) >= 0)
                || word.chars().skip(1).anyMatch(Character::isUpperCase);
    }

    private static boolean isVerb(String before) {
        return before.matches("(?i).*\\s(?:is|es|est|ist|lautet)");
    }

    /** A single plain word that ends what is said: "my password is sunflower". */
    private static boolean isNoRemark(String word) {
        String plain = Folding.fold(word).replaceAll("[.,;!?]+$", "");
        return !SAID_OF_ONE.contains(plain)
                && !plain.endsWith("ing")
                && !plain.endsWith("ed")
                && plain.chars().allMatch(Character::isLetter);
    }
}
