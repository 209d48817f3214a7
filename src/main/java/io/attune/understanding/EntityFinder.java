package io.attune.understanding;

import io.attune.understanding.Understanding.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what has a form of its own: amounts, speeds, dates and times, phone numbers, postcodes, error codes, account, order
 * and card numbers, network addresses. Earlier kinds win where two overlap. No pattern here repeats a repetition, so that
 * none can take long on any text.
 */
public final class EntityFinder {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String NUMBER = "\\d{1,6}(?:[.,]\\d{1,3})?";
    private static final String MONTH =
            "jan(?:uary|uar|vier)?|enero|ene|feb(?:ruary|ruar|rero)?|f[e\u00e9]vrier|mar(?:ch|s|zo)?|m[a\u00e4]rz"
                    + "|apr(?:il)?|abril|avril|may|mai|mayo|june?|juni?|junio|juin|july?|juli?|julio|juillet|aug(?:ust)?|agosto|ao[u\u00fb]t"
                    + "|sep(?:t(?:ember|iembre|embre)?)?|oct(?:ober|ubre|obre)?|okt(?:ober)?|nov(?:ember|iembre|embre)?"
                    + "|dec(?:ember)?|dez(?:ember)?|dic(?:iembre)?|d[e\u00e9]c(?:embre)?";
    private static final String DAY =
            "monday|tuesday|wednesday|thursday|friday|saturday|sunday|lunes|martes|mi[e\u00e9]rcoles|jueves"
                    + "|viernes|s[a\u00e1]bado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch"
                    + "|donnerstag|freitag|samstag|sonntag|today|tonight|yesterday|tomorrow|hoy|ayer|ma\u00f1ana|manana|anoche|aujourd'hui"
                    + "|hier|demain|heute|gestern|morgen|last night|this morning|this evening";

    private record Kind(String type, Pattern pattern, Function<MatchResult, String> value) {}

    private static final List<Kind> KINDS = List.of(
            kind("card", "(?<![\\d-])\\d(?:[ -]?\\d){12,18}(?![\\d-])", EntityFinder::card),
            kind("mac", "(?<![\\w:])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\\w:])", match -> lower(match.group())),
            kind("ip", "(?<![\\d.])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\d.])", EntityFinder::address),
            kind(
                    "speed",
                    "(?<![\\d.,])(" + NUMBER
                            + ")\\s?(kbps|kbit/s|mbps|mb/s|mbit/s|mbits?|mbit|megas?|megs?|megabits?|gbps|gbit/s|gigs?|gigabits?|gb/s)(?!\\w)",
                    EntityFinder::speed),
            kind(
                    "latency",
                    "(?<![\\d.,])(" + NUMBER + ")\\s?(?:ms|millis(?:econds)?)(?!\\w)",
                    match -> plain(match.group(1)) + " ms"),
            kind(
                    "signal",
                    "(-?" + NUMBER + ")\\s?(dbmv|dbm|db)(?!\\w)",
                    match -> plain(match.group(1)) + " " + unitOfSignal(match.group(2))),
            kind(
                    "data",
                    "(?<![\\d.,])(" + NUMBER + ")\\s?(gb|mb|go|mo|gigabytes?|megabytes?)(?!\\w)",
                    EntityFinder::volume),
            kind(
                    "amount",
                    "([$\u00a3\u20ac])\\s?(" + NUMBER + ")(?!\\d)",
                    match -> plain(match.group(2)) + " " + currency(match.group(1))),
            kind(
                    "amount",
                    "(?<![\\d.,])(" + NUMBER
                            + ")\\s?([$\u00a3\u20ac]|euros?|eur|pounds?|gbp|quid|dollars?|usd|bucks|pesos?|chf|francs?|franken)(?!\\w)",
                    match -> plain(match.group(1)) + " " + currency(match.group(2))),
            kind(
                    "time",
                    "(?<![\\d:.])(\\d{1,2}):(\\d{2})(?:\\s?([ap])\\.?m\\b)?(?![\\d:])",
                    match -> clock(match.group(1), match.group(2), match.group(3))),
            kind(
                    "time",
                    "(?<![\\d:.])(\\d{1,2})\\s?([ap])\\.?m\\b",
                    match -> clock(match.group(1), "00", match.group(2))),
            kind(
                    "time",
                    "(?<![\\d:.])(\\d{1,2})\\s?(?:uhr|h)(?:\\s?(\\d{2}))?(?!\\w)",
                    match -> clock(match.group(1), match.group(2), null)),
            kind("date", "(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?!\\d)", MatchResult::group),
            kind("date", "(?<!\\d)\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}(?!\\d)", MatchResult::group),
            kind(
                    "date",
                    "(?<!\\w)\\d{1,2}(?:st|nd|rd|th|\\.)?\\s(?:of\\s|de\\s)?(?:" + MONTH + ")(?!\\w)",
                    match -> lower(match.group())),
            kind("date", "(?<!\\w)(?:" + MONTH + ")\\s\\d{1,2}(?:st|nd|rd|th)?(?!\\w)", match -> lower(match.group())),
            kind("date", "(?<!\\w)(?:" + DAY + ")(?!\\w)", match -> lower(match.group())),
            kind(
                    "error",
                    "(?<!\\w)(?:error|err|code|fehler|fehlercode|erreur|c[o\u00f3]digo|code erreur)\\s?(?:code|no\\.?|n\u00famero|nr\\.?)?[:#]?\\s?([a-z]{0,4}-?\\d{1,6}[a-z]?)(?!\\w)",
                    match -> upper(match.group(1))),
            kind("error", "(?<!\\w)(T[34]|[A-Z]{1,4}-\\d{2,5}|0x[0-9a-f]{2,8})(?!\\w)", match -> upper(match.group(1))),
            kind(
                    "order",
                    "(?<!\\w)(?:order|pedido|commande|bestellung|auftrag|ticket)\\s?(?:number|num|no\\.?|n\u00famero|num[e\u00e9]ro|nummer|nr\\.?)?[:#]?\\s?([a-z]{0,4}-?\\d{4,14})(?!\\w)",
                    match -> upper(match.group(1))),
            kind(
                    "account",
                    "(?<!\\w)(?:account|customer|cuenta|cliente|compte|client|konto|kunden|kundennummer|vertrag|contract|contrato|contrat)\\s?(?:number|num|no\\.?|n\u00famero|num[e\u00e9]ro|nummer|nr\\.?|id)?[:#]?\\s?([a-z]{0,4}-?\\d{4,14})(?!\\w)",
                    match -> upper(match.group(1))),
            kind("phone", "(?<![\\w+])(?:\\+|00)\\d[\\d ()/.-]{6,17}\\d(?!\\w)", EntityFinder::phone),
            kind("phone", "(?<![\\w+])\\(?0\\d[\\d ()/.-]{6,14}\\d(?!\\w)", EntityFinder::phone),
            kind(
                    "postcode",
                    "(?<!\\w)[a-z]{1,2}\\d[a-z\\d]?\\s?\\d[abd-hjlnp-uw-z]{2}(?!\\w)",
                    match -> upper(match.group())),
            kind(
                    "postcode",
                    "(?<![\\w.,])(?:(?:zip|postcode|plz|cp|c\u00f3digo postal|code postal)(?: code)?:?\\s?)(\\d{4,5})(?![\\d.,]\\d|\\w)",
                    match -> match.group(1)),
            kind("number", "(?<![\\w.,+-])\\d{5,16}(?![\\w]|[.,]\\d)", MatchResult::group));

    private EntityFinder() {}

    /** What was found, in order of {@code start}, without overlaps. */
    public static List<Entity> find(String text) {
        if (!mayHold(text)) {
            return List.of();
        }
        List<Entity> found = new ArrayList<>();
        for (Kind kind : KINDS) {
            Matcher matcher = kind.pattern.matcher(text);
            while (matcher.find()) {
                String value = kind.value.apply(matcher);
                int start = matcher.start();
                int end = matcher.end();
                if (!value.isEmpty()
                        && found.stream().noneMatch(entity -> entity.start() < end && start < entity.end())) {
                    found.add(new Entity(kind.type, value, start, end));
                }
            }
        }
        found.sort(Comparator.comparingInt(Entity::start));
        return found;
    }

    private static boolean mayHold(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return DAYS.matcher(text).find();
    }

    private static final Pattern DAYS = Pattern.compile("(?<!\\w)(?:" + DAY + ")(?!\\w)", FLAGS);

    private static Kind kind(String type, String pattern, Function<MatchResult, String> value) {
        return new Kind(type, Pattern.compile(pattern, FLAGS), value);
    }

    private static String card(MatchResult match) {
        String digits = match.group().replaceAll("\\D", "");
        return Luhn.holds(digits) ? "\u2022\u2022\u2022\u2022" + digits.substring(digits.length() - 4) : "";
    }

    private static String address(MatchResult match) {
        for (String part : match.group().split("\\.")) {
            if (Integer.parseInt(part) > 255) {
                return "";
            }
        }
        return match.group();
    }

    private static String phone(MatchResult match) {
        String digits = match.group().replaceAll("[^\\d+]", "");
        return digits.length() >= 8 && digits.length() <= 16 ? digits : "";
    }

    private static String speed(MatchResult match) {
        String unit = lower(match.group(2));
        String normal = unit.startsWith("k") ? "kbit/s" : unit.startsWith("g") ? "Gbit/s" : "Mbit/s";
        return plain(match.group(1)) + " " + normal;
    }

    private static String volume(MatchResult match) {
        return plain(match.group(1)) + (lower(match.group(2)).startsWith("g") ? " GB" : " MB");
    }

    private static String unitOfSignal(String unit) {
        return switch (lower(unit)) {
            case "dbmv" -> "dBmV";
            case "dbm" -> "dBm";
            default -> "dB";
        };
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

    private static String clock(String hour, String minute, @org.jspecify.annotations.Nullable String half) {
        int hours = Integer.parseInt(hour);
        int minutes = minute == null ? 0 : Integer.parseInt(minute);
        if (half != null) {
            hours = hours % 12 + (lower(half).equals("p") ? 12 : 0);
        }
        return hours > 24 || minutes > 59 ? "" : "%02d:%02d".formatted(hours, minutes);
    }

    private static String plain(String number) {
        return number.replace(',', '.');
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
