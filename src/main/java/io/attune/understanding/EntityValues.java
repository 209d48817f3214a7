package io.attune.understanding;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** What was found, in its normal form; empty for what only looks like it. */
final class EntityValues {
    private static final List<String> HOURS = List.of(
            "eins",
            "zwei",
            "drei",
            "vier",
            "f\u00fcnf",
            "sechs",
            "sieben",
            "acht",
            "neun",
            "zehn",
            "elf",
            "zw\u00f6lf");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final int LARGEST_OCTET = 255;

    private EntityValues() {}

    static String card(MatchResult match) {
        String digits = match.group().replaceAll("\\D", "");
        return Luhn.holds(digits) ? "\u2022\u2022\u2022\u2022" + digits.substring(digits.length() - 4) : "";
    }

    /** An account by its international number, if its check digits are right (ISO 13616). */
    static String iban(MatchResult match) {
        String plain = upper(match.group()).replaceAll("\\s", "");
        StringBuilder digits = new StringBuilder();
        for (char letter : (plain.substring(4) + plain.substring(0, 4)).toCharArray()) {
            digits.append(Character.digit(letter, 36));
        }
        boolean right = new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
        return right ? "\u2022\u2022\u2022\u2022" + plain.substring(plain.length() - 4) : "";
    }

    static String address(MatchResult match) {
        for (String part : match.group().split("\\.")) {
            if (Integer.parseInt(part) > LARGEST_OCTET) {
                return "";
            }
        }
        return match.group();
    }

    static String phone(String written) {
        String digits = written.replaceAll("[^\\d+]", "");
        return digits.length() >= 8 && digits.length() <= 16 ? digits : "";
    }

    static String speed(String number, String unit) {
        String folded = Folding.fold(unit);
        String normal = folded.startsWith("k") ? "kbit/s" : folded.startsWith("g") ? "Gbit/s" : "Mbit/s";
        return plain(number) + " " + normal;
    }

    static String volume(MatchResult match) {
        return plain(match.group(1)) + (lower(match.group(2)).startsWith("g") ? " GB" : " MB");
    }

    static String signal(MatchResult match) {
        return plain(match.group(1)) + " "
                + switch (lower(match.group(2))) {
                    case "dbmv" -> "dBmV";
                    case "dbm" -> "dBm";
                    default -> "dB";
                };
    }

    /** With or without thousands, decimals after a point or a comma: 1249.50. */
    static String amount(String number, String sign) {
        String digits = number.replaceAll("[\\s\u00a0\u202f]", "");
        int last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
        boolean decimals = last >= 0 && digits.length() - last - 1 <= 2;
        String whole = (decimals ? digits.substring(0, last) : digits).replaceAll("[.,]", "");
        return whole + (decimals ? "." + digits.substring(last + 1) : "") + " " + currency(sign);
    }

    private static String currency(String sign) {
        return switch (lower(sign)) {
            case "\u20ac", "eur", "euro", "euros" -> "EUR";
            case "\u00a3", "gbp", "pound", "pounds", "quid" -> "GBP";
            case "$", "usd", "dollar", "dollars", "bucks" -> "USD";
            case "chf", "franc", "francs", "franken" -> "CHF";
            default -> upper(sign);
        };
    }

    /** @param half a or p for am and pm, or the Spanish part of the day; null on a clock of 24 hours */
    static String clock(String hour, @Nullable String minute, @Nullable String half) {
        int hours = Integer.parseInt(hour);
        int minutes = minute == null ? 0 : Integer.parseInt(minute);
        if (half != null) {
            boolean later = List.of("p", "tarde", "noche").contains(lower(half));
            hours = hours % 12 + (later ? 12 : 0);
        }
        return hours > 24 || minutes > 59 ? "" : "%02d:%02d".formatted(hours, minutes);
    }

    /** German "halb acht" is half past seven. */
    static String halfBefore(String hour) {
        int hours = HOURS.indexOf(lower(hour).replace("fuenf", "f\u00fcnf").replace("zwoelf", "zw\u00f6lf"));
        return hours < 0 ? "" : "%02d:30".formatted(hours == 0 ? 12 : hours);
    }

    static String noonOrMidnight(String word) {
        return Folding.fold(word).matches("noon|midday|midi|mittags?|mediodia") ? "12:00" : "24:00";
    }

    static String plain(String number) {
        return number.replace(',', '.');
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
