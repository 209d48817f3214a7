package io.attune.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.attune.conversation.Conversation;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Header;
import io.attune.conversation.Owner;
import io.attune.customer.Customers;
import io.attune.customer.Profile;
import io.attune.handoff.Agents;
import io.attune.handoff.Callback;
import io.attune.handoff.Case;
import io.attune.handoff.HandoffConfig;
import io.attune.handoff.Offer;
import io.attune.handoff.Phases;
import io.attune.handoff.machine.Phase;
import io.attune.message.Channel;
import io.attune.message.Language;
import io.attune.message.Role;
import io.attune.turn.TurnJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Conversations as lines of a list. */
@ApplicationScoped
class Items {
    private static final int LINE = 140;

    private final ConversationLog log;
    private final Customers customers;
    private final Phases phases;
    private final Agents agents;
    private final TurnJson json;
    private final HandoffConfig config;
    private final Clock clock;
    /** A list of five hundred is made often; names change seldom. */
    private final Cache<String, Profile> profiles = Caffeine.newBuilder()
            .maximumSize(5_000)
            .expireAfterWrite(Duration.ofSeconds(20))
            .build();

    Items(
            ConversationLog log,
            Customers customers,
            Phases phases,
            Agents agents,
            TurnJson json,
            HandoffConfig config,
            Clock clock) {
        this.log = log;
        this.customers = customers;
        this.phases = phases;
        this.agents = agents;
        this.json = json;
        this.config = config;
        this.clock = clock;
    }

    /** The fields are explained in {@code docs/console-api.md}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String conv,
            String customer,
            @Nullable String name,
            Channel channel,
            @Nullable Language language,
            String owner,
            Phase phase,
            @Nullable String agent,
            @Nullable Reason reason,
            int priority,
            boolean vulnerable,
            @Nullable String skill,
            @Nullable String target,
            @Nullable Instant queuedAt,
            Instant startedAt,
            Instant lastAt,
            @Nullable String lastText,
            @Nullable Role lastRole,
            long head,
            @Nullable Integer place,
            @Nullable Long waitMs,
            @Nullable Instant waitingSince,
            @Nullable Instant dueAt,
            boolean late,
            @Nullable Rings offer,
            @Nullable Instant callbackAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reason(String code, @Nullable String sentence) {}

    record Rings(String agent, Instant until) {}

    /** The queue in the order of service. */
    List<Item> queue() {
        return of(log.ownedBy(Owner.QUEUE, null, QueueResource.MOST));
    }

    /** In the order given; those that wait are taken to be all that do. */
    List<Item> of(List<Header> headers) {
        Phases.Beside beside = phases.now();
        IntFunction<Duration> waits = agents.waits();
        var items = new ArrayList<Item>();
        int place = 0;
        for (Header header : headers) {
            boolean inQueue = header.owner() == Owner.QUEUE;
            place += inQueue ? 1 : 0;
            items.add(item(header, beside, inQueue ? place : null, inQueue ? waits.apply(place - 1) : null));
        }
        return items;
    }

    /** One line, without a place in the queue. */
    Item of(Header header) {
        return item(header, phases.now(), null, null);
    }

    private Item item(Header header, Phases.Beside beside, @Nullable Integer place, @Nullable Duration wait) {
        Conversation state = log.load(header);
        Conversation.Said last =
                state.recent().isEmpty() ? null : state.recent().getLast();
        Profile profile = profile(header);
        Case open = beside.cases().get(header.id());
        Offer offer = beside.offers().get(header.id());
        Callback callback = beside.callbacks().get(header.id());
        Instant since = waitingSince(state, open);
        Instant due = since == null ? null : since.plus(promised(open));
        return new Item(
                header.id(),
                header.customer(),
                profile.name(),
                header.channel(),
                state.language(),
                header.owner().code(),
                beside.phase(state, json.offersPerson(state.memory())),
                header.agent(),
                reason(header, state),
                header.priority(),
                Boolean.TRUE.equals(profile.vulnerable()),
                beside.skill(state),
                open == null ? null : open.target(),
                header.queuedAt(),
                header.createdAt(),
                header.changedAt(),
                last == null ? null : cut(last.text()),
                last == null ? null : last.role(),
                header.head(),
                place,
                wait == null ? null : Long.valueOf(wait.toMillis()),
                since,
                due,
                due != null && due.isBefore(clock.instant()),
                offer == null ? null : new Rings(offer.agent(), offer.until()),
                callback == null ? null : callback.dueAt());
    }

    private Profile profile(Header header) {
        Profile known = profiles.getIfPresent(header.customer());
        if (known == null) {
            known = customers.serve(header.customer(), header.changedAt()).profile();
            profiles.put(header.customer(), known);
        }
        return known;
    }

    private static @Nullable Reason reason(Header header, Conversation state) {
        return header.reason() == null
                ? null
                : new Reason(
                        header.reason(),
                        state.handoff() == null ? null : state.handoff().sentence());
    }

    /** The customer waits for a person: since they were promised one, then since they last wrote unanswered. */
    private static @Nullable Instant waitingSince(Conversation state, @Nullable Case open) {
        Owner owner = state.header().owner();
        if (owner == Owner.QUEUE) {
            return state.header().queuedAt();
        }
        if (owner != Owner.AGENT) {
            return null;
        }
        Instant wrote = state.waitsSince();
        return wrote != null || open == null || state.hasPersonSpoken() ? wrote : open.joinedAt();
    }

    private Duration promised(@Nullable Case open) {
        return open == null || open.joinedAt() == null ? config.firstAnswerWithin() : config.answerWithin();
    }

    private static String cut(String text) {
        return text.length() <= LINE ? text : text.substring(0, LINE - 1) + "…";
    }
}
