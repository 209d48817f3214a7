package io.attune.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.crash.Violation.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Each customer message is answered exactly once while the bot owns the conversation, and never by the bot while a
 * person does. One answer is the run of bot messages with one {@code replyTo}; it covers every message up to that seq
 * that no earlier answer covered. A message that is open when the conversation leaves the bot needs no answer.
 */
final class AnswerRules {
    private final List<Violation> found;
    private final String conv;
    private final Set<Long> customers = new HashSet<>();
    private final TreeSet<Long> open = new TreeSet<>();
    private final Set<JsonNode> saidInAnswer = new HashSet<>();
    private long coveredThrough;
    private boolean answerIsOver;

    private AnswerRules(Log log, List<Violation> found) {
        this.conv = log.conv();
        this.found = found;
    }

    static void check(Log log, List<Violation> found) {
        var rules = new AnswerRules(log, found);
        Owner owner = Owner.BOT;
        for (Event event : log.events()) {
            if (event.isMessageOf("customer")) {
                rules.customerSaid(event, owner);
            } else if (event.isMessageOf("bot")) {
                rules.botSaid(event, owner);
            }
            owner = owner.after(event);
            if (owner != Owner.BOT) {
                rules.open.clear();
            }
        }
        rules.open.forEach(seq -> rules.report(Rule.UNANSWERED, "the message at " + seq));
    }

    private void customerSaid(Event event, Owner owner) {
        customers.add(event.seq());
        answerIsOver = true;
        if (owner == Owner.BOT) {
            open.add(event.seq());
        }
    }

    private void botSaid(Event event, Owner owner) {
        if (owner == Owner.HUMAN) {
            report(Rule.BOT_AFTER_TAKEOVER, "at " + event.seq());
        }
        Long replyTo = event.replyTo();
        if (replyTo == null) {
            saidUnasked(event);
        } else if (!customers.contains(replyTo)) {
            report(Rule.ANSWERS_NOTHING, "at " + event.seq() + " with replyTo " + replyTo);
        } else if (replyTo > coveredThrough) {
            coveredThrough = replyTo;
            answerIsOver = false;
            saidInAnswer.clear();
            saidInAnswer.add(event.content());
            open.headSet(replyTo, true).clear();
        } else if (replyTo < coveredThrough || answerIsOver || !saidInAnswer.add(event.content())) {
            report(Rule.ANSWERED_TWICE, "the message at " + replyTo + ", again at " + event.seq());
        }
    }

    /** A greeting answers nothing; before the first customer message the same words twice are a greeting done twice. */
    private void saidUnasked(Event event) {
        if (customers.isEmpty() && !saidInAnswer.add(event.content())) {
            report(Rule.ANSWERED_TWICE, "the greeting, again at " + event.seq());
        }
    }

    private void report(Rule rule, String detail) {
        found.add(new Violation(rule, conv, detail));
    }
}
