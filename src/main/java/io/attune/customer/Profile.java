package io.attune.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a customer. Every field may be missing; an anonymous visitor has an empty profile.
 *
 * @param locale BCP 47
 * @param tz IANA zone name
 * @param clv customer lifetime value
 * @param churn chance to leave, 0..1
 * @param circumstances such as {@code worksFromHome: true}, {@code equipment: "router-x"}
 * @param vulnerable the customer or somebody on the line depends on it
 * @param accessibility needs, in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Profile(
        @Nullable String name,
        @Nullable String nickname,
        @Nullable String locale,
        @Nullable String tz,
        @Nullable LocalDate birthday,
        @Nullable String plan,
        @Nullable Integer tenureMonths,
        @Nullable Level clv,
        @Nullable Double churn,
        @Nullable Map<String, Object> circumstances,
        @Nullable String household,
        @Nullable Boolean vulnerable,
        @Nullable String accessibility) {
    public static final Profile EMPTY =
            new Profile(null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** With the name that the customer wants to be called by, where they gave one: their own wish, whatever else is known. */
    public Profile called(@Nullable String wanted) {
        return wanted == null
                ? this
                : new Profile(
                        name,
                        wanted,
                        locale,
                        tz,
                        birthday,
                        plan,
                        tenureMonths,
                        clv,
                        churn,
                        circumstances,
                        household,
                        vulnerable,
                        accessibility);
    }

    /** The part that is needed to help at all, without knowing the person. */
    public Profile forService() {
        return new Profile(
                null, null, locale, tz, null, plan, null, null, null, circumstances, null, vulnerable, accessibility);
    }

    /** The part that is owed to somebody who depends on the line. */
    public Profile forSafety() {
        return new Profile(null, null, locale, tz, null, null, null, null, null, null, null, vulnerable, accessibility);
    }
}
