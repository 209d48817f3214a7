package io.attune.integration;

import io.attune.integration.CustomerRequest.IdentityFields;
import io.attune.problem.Faults;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a customer's fields may hold. */
final class CustomerRequestCheck {
    private static final int LONGEST = 200;
    private static final int LONGEST_NOTE = 2000;
    private static final int LONGEST_CHANNEL = 32;
    private static final int LONGEST_VALUE = 255;
    private static final int MOST_IDENTITIES = 50;
    private static final int MOST_CIRCUMSTANCES = 100;
    private static final int LONGEST_TENURE_MONTHS = 1200;

    private final Faults faults = new Faults();

    private CustomerRequestCheck() {}

    /** @throws io.attune.problem.ProblemException 400 with everything that is wrong */
    static void check(CustomerRequest request, Instant now) {
        var check = new CustomerRequestCheck();
        check.text("name", request.name(), LONGEST);
        check.text("nickname", request.nickname(), LONGEST);
        check.text("plan", request.plan(), LONGEST);
        check.text("household", request.household(), LONGEST);
        check.text("accessibility", request.accessibility(), LONGEST_NOTE);
        check.locale(request.locale());
        check.zone(request.tz());
        check.numbers(request.tenureMonths(), request.churn());
        check.circumstances(request.circumstances());
        check.identities(request.identities());
        check.origins(request.origins(), now);
        check.faults.refuseIfAny();
    }

    private void text(String at, @Nullable String text, int longest) {
        faults.need(text == null || text.length() <= longest, at, "must have at most " + longest + " characters");
    }

    private void locale(@Nullable String locale) {
        if (locale == null) {
            return;
        }
        try {
            new Locale.Builder().setLanguageTag(locale);
        } catch (IllformedLocaleException e) {
            faults.add("locale", "must be a BCP 47 tag such as de-AT");
        }
    }

    private void zone(@Nullable String zone) {
        if (zone == null) {
            return;
        }
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            faults.add("tz", "must be a time zone such as Europe/Vienna");
        }
    }

    private void numbers(@Nullable Integer tenure, @Nullable Double churn) {
        faults.need(
                        tenure == null || (tenure >= 0 && tenure <= LONGEST_TENURE_MONTHS),
                        "tenureMonths",
                        "must be 0 to " + LONGEST_TENURE_MONTHS)
                .need(churn == null || (churn >= 0 && churn <= 1), "churn", "must be 0 to 1");
    }

    private void circumstances(@Nullable Map<String, Object> circumstances) {
        if (circumstances == null) {
            return;
        }
        faults.need(
                circumstances.size() <= MOST_CIRCUMSTANCES,
                "circumstances",
                "must have at most " + MOST_CIRCUMSTANCES + " entries");
        circumstances.forEach((name, value) -> {
            faults.need(name.length() <= LONGEST, "circumstances", "names have at most " + LONGEST + " characters");
            faults.need(
                    !(value instanceof String text) || text.length() <= LONGEST_NOTE,
                    "circumstances",
                    "texts have at most " + LONGEST_NOTE + " characters");
        });
    }

    private void identities(@Nullable List<IdentityFields> identities) {
        if (identities == null) {
            return;
        }
        faults.need(identities.size() <= MOST_IDENTITIES, "identities", "must be at most " + MOST_IDENTITIES);
        for (int i = 0; i < identities.size(); i++) {
            IdentityFields identity = identities.get(i);
            required("identities[" + i + "].channel", identity.channel(), LONGEST_CHANNEL);
            required("identities[" + i + "].value", identity.value(), LONGEST_VALUE);
        }
        long different = identities.stream()
                .map(identity -> identity.channel() + "\n" + identity.value())
                .distinct()
                .count();
        faults.need(different == identities.size(), "identities", "the same channel and value stand there twice");
    }

    private void origins(@Nullable Map<String, OriginFields> origins, Instant now) {
        if (origins == null) {
            return;
        }
        origins.forEach((name, origin) -> {
            if (origin == null) {
                faults.add("origins", "must be objects");
            } else {
                origin.check(name, now, faults);
            }
        });
    }

    private void required(String at, @Nullable String text, int longest) {
        faults.need(
                text != null && !text.isBlank() && text.length() <= longest,
                at,
                "must have 1 to " + longest + " characters");
    }
}
