package io.attune.decision;

import io.attune.message.Language;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of money as a customer reads them. */
final class Amounts {
    private static final Pattern AMOUNT = Pattern.compile("(-?\\d{1,12}(?:\\.(\\d{1,2}))?) ([A-Z]{3})");

    private Amounts() {}

    /** "12,50 \u20ac" for 12.50 EUR in German; what is no amount of a known currency stays as it is. */
    static String readable(String value, Language language) {
        Matcher amount = AMOUNT.matcher(value);
        if (!amount.matches() || !isCurrency(amount.group(3))) {
            return value;
        }
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.forLanguageTag(language.code()));
        format.setCurrency(Currency.getInstance(amount.group(3)));
        int decimals = amount.group(2) == null ? 0 : 2;
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        // Texts have plain spaces throughout.
        return format.format(new BigDecimal(amount.group(1))).replaceAll("[\u00a0\u202f]", " ");
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }
}
