package io.attune.understanding;

import static io.attune.understanding.EntityValues.lower;
import static io.attune.understanding.EntityValues.plain;
import static io.attune.understanding.EntityValues.upper;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The forms by which entities are known. Earlier kinds win where two overlap. No pattern here repeats a repetition, and every
 * repetition has an end, so that none can take long on any text.
 */
final class EntityKinds {
    /**
     * @param needsDigit whether a text without a digit holds none
     * @param isFolded whether the pattern reads folded text; its value is then the words as they were written
     * @param value of a match, in its normal form; empty when it only looks like one
     */
    record Kind(
            String type, boolean needsDigit, boolean isFolded, Pattern pattern, Function<MatchResult, String> value) {}

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String NUMBER = "\\d{1,6}(?:[.,]\\d{1,3})?";
    private static final String MONEY =
            "\\d{1,3}(?:[., \u00a0\u202f]\\d{3}){1,3}(?:[.,]\\d{1,2})?|\\d{1,6}(?:[.,]\\d{1,2})?";
    private static final String SIGN =
            "[$\u00a3\u20ac]|euros?|eur|pounds?|gbp|quid|dollars?|usd|bucks|pesos?|chf|francs?|franken";
    private static final String RATE =
            "kbps|kbit/s|mbps|mb/s|mbit/s|mbits?|mbit|m[e\u00e9]gas?|megs?|m[e\u00e9]gabits?|gbps|gbit/s|gigas?|gigs?|gigabits?|gb/s";
    private static final String OF = "of|out of|instead of|von|statt|de|en lugar de|en vez de|sur|au lieu de";
    private static final String OWN = "my|the|our|a|los|mis|mes|les|meinen|den|der|versprochenen|promised";
    private static final String MONTH =
            "jan(?:uary|uar|vier)?|enero|ene|feb(?:ruary|ruar|rero)?|f[e\u00e9]vrier|mar(?:ch|s|zo)?|m[a\u00e4]rz"
                    + "|apr(?:il)?|abril|avril|may|mai|mayo|june?|juni?|junio|juin|july?|juli?|julio|juillet|aug(?:ust)?|agosto|ao[u\u00fb]t"
                    + "|sep(?:t(?:ember|iembre|embre)?)?|oct(?:ober|ubre|obre)?|okt(?:ober)?|nov(?:ember|iembre|embre)?"
                    + "|dec(?:ember)?|dez(?:ember)?|dic(?:iembre)?|d[e\u00e9]c(?:embre)?";
    private static final String NO =
            "(?:\\s?(?:number|num\\.?|no\\.?|n[\u00b0\u00ba]|n[u\u00fa]mero|num[e\u00e9]ro|nummer|nr\\.?|id))?"
                    + "(?:\\s(?:is|es|est|ist|lautet))?\\s?[:#]?\\s?#?";
    private static final String CODE = "([a-z]{0,4}-?\\d{4,14}(?:-\\d{2,8})?)(?!\\w)";
    private static final String BEFORE_NOON =
            "(?:at|around|until|till|by|before|after|since|from|\u00e0|vers|avant|apr[e\u00e8]s|depuis|jusqu'\u00e0"
                    + "|um|gegen|bis|nach|vor|seit|al|a|a la|hasta|desde|sobre)";

    static final List<Kind> ALL = List.of(
            digits("card", "(?<![\\d-])\\d(?:[ -]?\\d){12,18}(?![\\d-])", EntityValues::card),
            digits(
                    "iban",
                    "(?<!\\w)[a-z]{2}\\d{2}(?:\\s?[a-z\\d]{4}){3,7}(?:\\s?[a-z\\d]{1,3})?(?!\\w)",
                    EntityValues::iban),
            words(
                    "email",
                    "(?<![\\w.+-])[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}",
                    match -> lower(match.group())),
            digits("mac", "(?<![\\w:])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\\w:])", match -> lower(match.group())),
            digits("ip", "(?<![\\d.])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\d.])", EntityValues::address),
            digits(
                    "speed",
                    "(?<![\\d.,/])(\\d{1,5}/\\d{1,5})\\s?(" + RATE + ")(?!\\w)",
                    match -> EntityValues.speed(match.group(1), match.group(2))),
            digits(
                    "speed",
                    "(?<![\\d.,])(" + NUMBER + ")\\s?(" + RATE + ")(?!\\w)",
                    match -> EntityValues.speed(match.group(1), match.group(2))),
            digits(
                    "speed",
                    "(?<![\\w.,])(" + NUMBER + ")(?=\\s(?:" + OF + ")\\s(?:(?:" + OWN + ")\\s)?" + NUMBER + "\\s?("
                            + RATE + ")(?!\\w))",
                    match -> EntityValues.speed(match.group(1), match.group(2))),
            digits(
                    "speed",
                    "(?<!\\w)(\\d{2,4})er(?=\\s(?:leitung|v?dsl|tarif|anschluss|internet|glasfaser))",
                    match -> EntityValues.speed(match.group(1), "m")),
            digits(
                    "latency",
                    "(?<![\\d.,])(" + NUMBER + ")\\s?(?:ms|millis(?:econds)?)(?!\\w)",
                    match -> plain(match.group(1)) + " ms"),
            digits("signal", "(-?" + NUMBER + ")\\s?(dbmv|dbm|db)(?!\\w)", EntityValues::signal),
            digits(
                    "data",
                    "(?<![\\d.,])(" + NUMBER + ")\\s?(gb|mb|go|mo|gigabytes?|megabytes?|gigaoctets?)(?!\\w)",
                    EntityValues::volume),
            digits(
                    "amount",
                    "(?<![\\d.,])(\\d{1,5})\\s?([\u20ac$\u00a3])(\\d{2})(?!\\d)",
                    match -> EntityValues.amount(match.group(1) + "." + match.group(3), match.group(2))),
            digits(
                    "amount",
                    "([$\u00a3\u20ac]|(?<!\\w)(?:eur|gbp|usd|chf))\\s?(" + MONEY + ")(?!\\d)",
                    match -> EntityValues.amount(match.group(2), match.group(1))),
            digits(
                    "amount",
                    "(?<![\\d.,])(" + MONEY + ")\\s?(" + SIGN + ")(?!\\w)",
                    match -> EntityValues.amount(match.group(1), match.group(2))),
            digits(
                    "time",
                    "(?<![\\d:.])(\\d{1,2}):(\\d{2})(?:\\s?([ap])\\.?m\\b)?(?![\\d:])",
                    match -> EntityValues.clock(match.group(1), match.group(2), match.group(3))),
            digits(
                    "time",
                    "(?<![\\d:.])(\\d{1,2})\\s?([ap])\\.?m\\b",
                    match -> EntityValues.clock(match.group(1), "00", match.group(2))),
            digits(
                    "time",
                    "(?<![\\d:.])(\\d{1,2})\\s?(?:uhr|h)(?:\\s?(\\d{2}))?(?!\\w)",
                    match -> EntityValues.clock(match.group(1), match.group(2), null)),
            digits(
                    "time",
                    "(?<![\\d:.,])(\\d{1,2})\\s?o['\u2019 ]?clock(?!\\w)",
                    match -> EntityValues.clock(match.group(1), null, null)),
            digits(
                    "time",
                    "(?<![\\d:.,])(\\d{1,2}) de la (ma\u00f1ana|manana|tarde|noche|madrugada)(?!\\w)",
                    match -> EntityValues.clock(match.group(1), null, match.group(2))),
            words(
                    "time",
                    "(?<!\\w)(?=h)halb (eins|zwei|drei|vier|f\u00fcnf|fuenf|sechs|sieben|acht|neun|zehn|elf|zw\u00f6lf|zwoelf)(?!\\w)",
                    match -> EntityValues.halfBefore(match.group(1))),
            words(
                    "time",
                    "(?=[nm])(?<=(?<!\\p{L})" + BEFORE_NOON
                            + "\\s)(?:noon|midday|midnight|midi|minuit|mittags?|mitternacht|mediod[i\u00ed]a|medianoche)(?!\\w)",
                    match -> EntityValues.noonOrMidnight(match.group())),
            digits("date", "(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?!\\d)", MatchResult::group),
            digits("date", "(?<!\\d)\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}(?!\\d)", MatchResult::group),
            digits(
                    "date",
                    "(?<!\\w)\\d{1,2}(?:st|nd|rd|th|\\.)?\\s(?:of\\s|de\\s)?(?:" + MONTH + ")(?!\\w)",
                    match -> lower(match.group())),
            digits(
                    "date",
                    "(?<!\\w)(?:" + MONTH + ")\\s\\d{1,2}(?:st|nd|rd|th)?(?!\\w)",
                    match -> lower(match.group())),
            new Kind("date", false, true, DayWords.PATTERN, match -> lower(match.group())),
            digits(
                    "postcode",
                    "(?<!\\w)(?:zip|post ?code|plz|postleitzahl|cp|c[o\u00f3]digo postal|code postal)(?: code)?(?: is| es| est| ist)?:?\\s?(\\d{4,5})(?![\\d.,]\\d|\\w)",
                    match -> match.group(1)),
            digits(
                    "error",
                    "(?<!\\w)(?:error|err|code|fehler|fehlercode|erreur|c[o\u00f3]digo|code erreur)\\s?(?:code|no\\.?|n\u00famero|nr\\.?)?[:#]?\\s?([a-z]{0,4}-?\\d{1,6}[a-z]?)(?!\\w)",
                    match -> upper(match.group(1))),
            digits(
                    "order",
                    "(?<!\\w)(?:order|pedido|commande|bestell(?:ung)?|auftrags?|ticket)[- ]?" + NO + CODE,
                    match -> upper(match.group(1))),
            digits(
                    "account",
                    "(?<!\\w)(?:account|customer|cuenta|cliente|compte|client|konto|kunden?|vertrags?|contract|contrato|contrat)[- ]?"
                            + NO + CODE,
                    match -> upper(match.group(1))),
            digits(
                    "error",
                    "(?<!\\w)(T[34]|[A-Z]{1,4}-\\d{2,5}|0x[0-9a-f]{2,8})(?!\\w)",
                    match -> upper(match.group(1))),
            digits(
                    "phone",
                    "(?<![\\w+])(?:\\+|00)\\d[\\d ()/.-]{6,17}\\d(?!\\w)",
                    match -> EntityValues.phone(match.group())),
            digits(
                    "phone",
                    "(?<![\\w+(])\\(?0\\d[\\d ()/.-]{6,14}\\d(?!\\w)",
                    match -> EntityValues.phone(match.group())),
            digits(
                    "phone",
                    "(?<![\\w(+.-])(?:\\(\\d{3}\\)\\s?|\\d{3}[ .-])\\d{3}[ .-]\\d{3,4}(?![\\w.-]\\d|\\w)",
                    match -> EntityValues.phone(match.group())),
            digits(
                    "phone",
                    "(?<![\\w+.-])(?:[6-9]\\d{2}[ .-]\\d{2}[ .-]\\d{2}[ .-]\\d{2}|[89]\\d[ .-]\\d{3}[ .-]\\d{2}[ .-]\\d{2})(?!\\w)",
                    match -> EntityValues.phone(match.group())),
            digits(
                    "phone",
                    "(?<!\\w)(?:phone|mobile|cell|telephone|tel\\.?|tel[e\u00e9]fono|m[o\u00f3]vil|celular|fijo|handy|mobil|telefon|portable|t[e\u00e9]l[e\u00e9]phone|call me (?:on|at)|ring me (?:on|at))(?:\\snumber|nummer)?(?:\\s(?:is|es|est|ist))?\\s?:?\\s?(\\d{8,12})(?!\\w)",
                    match -> EntityValues.phone(match.group(1))),
            digits(
                    "postcode",
                    "(?<!\\w)[a-z]{1,2}\\d[a-z\\d]?\\s?\\d[abd-hjlnp-uw-z]{2}(?!\\w)",
                    match -> upper(match.group())),
            digits(
                    "postcode",
                    "(?<!\\w)(?:(?<=(?<!\\p{L})(?:in|en|en el|\u00e0)\\s)\\d{5}(?!\\w|[.,]\\d)|\\d{5}(?=\\s(?-i:\\p{Lu}\\p{Ll}{2,30})))",
                    MatchResult::group),
            digits("number", "(?<![\\w.,+-])\\d{5,16}(?![\\w]|[.,]\\d)", MatchResult::group));

    private EntityKinds() {}

    private static Kind digits(String type, String pattern, Function<MatchResult, String> value) {
        return new Kind(type, true, false, Pattern.compile(pattern, FLAGS), value);
    }

    private static Kind words(String type, String pattern, Function<MatchResult, String> value) {
        return new Kind(type, false, false, Pattern.compile(pattern, FLAGS), value);
    }
}
