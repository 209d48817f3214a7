package io.attune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.aptitude.Band;
import io.attune.customer.Consents;
import io.attune.customer.CustomerRecord;
import io.attune.customer.Dossier;
import io.attune.customer.Field;
import io.attune.customer.Given;
import io.attune.customer.LedgerEntry;
import io.attune.customer.Origin;
import io.attune.customer.Outcome;
import io.attune.customer.Preferences;
import io.attune.customer.Purpose;
import io.attune.customer.Settings;
import io.attune.decision.Decision.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is kept for a purpose that was refused reaches no decision: two customers who differ in nothing but that get the same
 * answers, to the last word, and their conversations end well. With the purpose granted they do not, or nothing was tested.
 */
class RefusedDataTest {
    /** Two sides of everything that might change an answer. */
    private static Map<String, Object> values(boolean one) {
        return Map.of(
                "name", one ? "Ana" : "Ben",
                "nickname", one ? "An" : "Benny",
                "birthday", one ? "1950-01-01" : "2000-01-01",
                "plan", one ? "Fibre 100" : "Fibre 1000",
                "tenureMonths", one ? 1 : 200,
                "clv", one ? "high" : "low",
                "churn", one ? 0.95 : 0.01,
                "household", one ? "alone" : "six people",
                "circumstances",
                        one
                                ? Map.of("bill", Map.of("amount", 80, "previous", 50, "reason", "roaming"))
                                : Map.of("bill", Map.of("amount", 50, "previous", 50)));
    }

    /** Each value for the one purpose where that can be: fixed fields have theirs, circumstances take it. */
    private static CustomerRecord customer(boolean one, Purpose hidden, boolean granted) {
        var fields = new HashMap<String, Object>();
        values(one).forEach((name, value) -> {
            boolean isHidden = name.equals("circumstances")
                    ? hidden != Purpose.PERSONALISATION
                    : hidden == Purpose.SERVICE
                            || Field.named(name).map(Field::purpose).orElseThrow() == hidden;
            fields.put(name, isHidden ? value : values(true).get(name));
        });
        var origin = new Origin("crm", Chat.START, 1, hidden == Purpose.PERSONALISATION ? Purpose.SERVICE : hidden);
        Dossier dossier = Dossier.EMPTY.after(Given.of(fields, origin));
        var consents = Consents.NONE.with(hidden, new Consents.Choice(granted, Chat.START));
        boolean past = one || hidden != Purpose.SERVICE;
        boolean expert = one || (hidden != Purpose.SERVICE && hidden != Purpose.PERSONALISATION);
        return CustomerRecord.allowed(
                "c",
                "c",
                dossier,
                new Settings(Preferences.NONE, consents),
                expert ? "expert" : "beginner",
                List.of(),
                past ? past() : List.of());
    }

    private static List<LedgerEntry> past() {
        var past = new ArrayList<LedgerEntry>();
        for (int day = 1; day <= 5; day++) {
            past.add(new LedgerEntry(
                    Chat.START.minus(Duration.ofDays(day)),
                    "web",
                    "internet_slow",
                    "internet-slow/restart-router",
                    Outcome.FAILED,
                    null));
        }
        return past;
    }

    private static Chat chat(CustomerRecord customer) {
        Chat chat = Chat.begin().healthyLine().line("router.uptimeDays", "63").of(customer.profile());
        customer.ledger().forEach(chat::remembering);
        return switch (customer.estimates()) {
            case "expert" -> chat.who(Band.HIGH, 2, .9);
            case "beginner" -> chat.who(Band.LOW, -2, .1);
            default -> chat;
        };
    }

    /** A bill, a slow line worked through to its end, and a wish to leave. */
    private static List<Decision> conversations(CustomerRecord customer) {
        var decisions = new ArrayList<Decision>();
        Chat bill = chat(customer);
        decisions.add(bill.greet());
        decisions.add(bill.says("why is my bill this high", "bill_explain"));
        Chat slow = chat(customer);
        Decision next = slow.says("everything is slow, all day, on every device", "internet_slow");
        for (int i = 0; i < 25 && next.handoff() == null && next.kind() != Kind.RESOLVED; i++) {
            decisions.add(next);
            next = next.kind() == Kind.ASK
                    ? slow.says("no idea", "dont_know")
                    : slow.says("no change " + i, "still_broken");
        }
        decisions.add(next);
        Chat leaving = chat(customer);
        decisions.add(leaving.says("I want to cancel my contract", "cancel_service"));
        return decisions;
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void changes_no_decision_and_the_dialog_still_ends(Purpose refused) {
        List<Decision> one = conversations(customer(true, refused, false));
        List<Decision> other = conversations(customer(false, refused, false));
        assertThat(one).isEqualTo(other);
        Decision last = one.get(one.size() - 2);
        assertThat(last.handoff() != null || last.kind() == Kind.RESOLVED)
                .as("the slow line ends with a solution or with a person")
                .isTrue();
        assertThat(one).allSatisfy(decision -> assertThat(decision.say()).isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void would_change_some_if_it_were_granted(Purpose granted) {
        assertThat(conversations(customer(true, granted, true)))
                .isNotEqualTo(conversations(customer(false, granted, true)));
    }
}
