package io.attune.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attune.access.Operators;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Owner;
import io.attune.handoff.Agents;
import io.attune.handoff.Catalogue;
import io.attune.handoff.PresenceState;
import io.attune.handoff.Staff;
import io.attune.handoff.Tally;
import io.attune.handoff.hours.OpeningHours;
import io.attune.handoff.store.CallbackStore;
import io.attune.handoff.store.CaseStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The whole floor at a glance, for supervisors. */
@ApplicationScoped
class Board {
    private static final int MOST_LATE = 50;

    private final ConversationLog log;
    private final Items items;
    private final Agents agents;
    private final Staff staff;
    private final Operators operators;
    private final Catalogue catalogue;
    private final CaseStore cases;
    private final CallbackStore callbacks;
    private final Clock clock;

    Board(
            ConversationLog log,
            Items items,
            Agents agents,
            Staff staff,
            Operators operators,
            Catalogue catalogue,
            CaseStore cases,
            CallbackStore callbacks,
            Clock clock) {
        this.log = log;
        this.items = items;
        this.agents = agents;
        this.staff = staff;
        this.operators = operators;
        this.catalogue = catalogue;
        this.cases = cases;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    /** The fields are explained in {@code docs/console-api.md}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            Instant at,
            boolean open,
            @Nullable Instant opensAt,
            Waiting waiting,
            Serving serving,
            Tally today,
            List<Member> agents,
            List<Items.Item> late) {
        View at(Instant time) {
            return new View(time, open, opensAt, waiting, serving, today, agents, late);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Waiting(
            int count,
            @Nullable Instant oldestSince,
            @Nullable Long oldestMs,
            long expectedMs,
            int late,
            int ringing,
            int callbacks,
            List<BySkill> bySkill,
            List<ByReason> byReason) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BySkill(String skill, int count, @Nullable Long oldestMs, int able) {}

    record ByReason(String code, long count) {}

    record Serving(int count, int late, int bot) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Member(
            String id,
            String name,
            String role,
            @Nullable String team,
            PresenceState state,
            Instant since,
            boolean connected,
            int capacity,
            int serving,
            int ringing,
            int wrapUp,
            int missed,
            List<String> skills,
            List<String> languages) {}

    View now() {
        Instant now = clock.instant();
        OpeningHours hours = catalogue.hours();
        List<Items.Item> queue = items.queue();
        List<Items.Item> served = items.of(log.ownedBy(Owner.AGENT, null, QueueResource.MOST));
        List<Staff.Member> members = staff.all();
        var late = new ArrayList<Items.Item>();
        queue.stream().filter(Items.Item::late).forEach(late::add);
        served.stream().filter(Items.Item::late).forEach(late::add);
        return new View(
                now,
                hours.isOpen(now),
                hours.opensAt(now).filter(opens -> opens.isAfter(now)).orElse(null),
                waiting(queue, members, now),
                new Serving(
                        served.size(),
                        (int) served.stream().filter(Items.Item::late).count(),
                        log.ownedBy(Owner.BOT, null, QueueResource.MOST).size()),
                Tally.of(cases.requestedBetween(
                        now.atZone(hours.zone())
                                .toLocalDate()
                                .atStartOfDay(hours.zone())
                                .toInstant(),
                        now.plusSeconds(1))),
                members.stream().map(this::member).flatMap(List::stream).toList(),
                late.stream().limit(MOST_LATE).toList());
    }

    private Waiting waiting(List<Items.Item> queue, List<Staff.Member> members, Instant now) {
        Instant oldest = oldest(queue);
        return new Waiting(
                queue.size(),
                oldest,
                since(oldest, now),
                agents.load().expectedWait().toMillis(),
                (int) queue.stream().filter(Items.Item::late).count(),
                (int) queue.stream().filter(item -> item.offer() != null).count(),
                callbacks.all().size(),
                bySkill(queue, members, now),
                byReason(queue));
    }

    private static List<BySkill> bySkill(List<Items.Item> queue, List<Staff.Member> members, Instant now) {
        Map<String, List<Items.Item>> by = queue.stream()
                .filter(item -> item.skill() != null)
                .collect(
                        Collectors.groupingBy(item -> String.valueOf(item.skill()), TreeMap::new, Collectors.toList()));
        return by.entrySet().stream()
                .map(one -> new BySkill(one.getKey(), one.getValue().size(), since(oldest(one.getValue()), now), (int)
                        members.stream()
                                .filter(member -> member.state() == PresenceState.ONLINE
                                        && member.profile().skills().contains(one.getKey()))
                                .count()))
                .toList();
    }

    private static List<ByReason> byReason(List<Items.Item> queue) {
        Map<String, Long> by = queue.stream()
                .filter(item -> item.reason() != null)
                .collect(Collectors.groupingBy(
                        item -> Objects.requireNonNull(item.reason()).code(), TreeMap::new, Collectors.counting()));
        return by.entrySet().stream()
                .map(one -> new ByReason(one.getKey(), one.getValue()))
                .toList();
    }

    private static @Nullable Instant oldest(List<Items.Item> queue) {
        return queue.stream()
                .map(Items.Item::queuedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Long since(@Nullable Instant from, Instant now) {
        return from == null ? null : Duration.between(from, now).toMillis();
    }

    /** None of somebody who is no longer an agent. */
    private List<Member> member(Staff.Member member) {
        return operators.find(member.id()).filter(operators::serves).stream()
                .map(operator -> new Member(
                        member.id(),
                        operator.name(),
                        operator.role(),
                        member.team(),
                        member.state(),
                        member.since(),
                        member.connected(),
                        member.capacity(),
                        member.taken().serving(),
                        member.taken().ringing(),
                        member.taken().wrappingUp(),
                        member.missed(),
                        member.profile().skills(),
                        member.profile().languages()))
                .toList();
    }
}
