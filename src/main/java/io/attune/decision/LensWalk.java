package io.attune.decision;

import io.attune.aptitude.Band;
import io.attune.aptitude.Estimates;
import io.attune.backoffice.BackOffice.Reply;
import io.attune.customer.LedgerEntry;
import io.attune.customer.Profile;
import io.attune.decision.Decision.Kind;
import io.attune.decision.LensAnswers.Answer;
import io.attune.decision.LensPath.End;
import io.attune.decision.LensPath.How;
import io.attune.decision.LensPath.Offer;
import io.attune.decision.LensPath.Stop;
import io.attune.decision.LensWhy.By;
import io.attune.decision.LensWhy.Led;
import io.attune.decision.memory.Memory;
import io.attune.dialog.Dialog;
import io.attune.dialog.DialogBook;
import io.attune.dialog.Pitch;
import io.attune.message.Channel;
import io.attune.message.Content;
import io.attune.understanding.Mood;
import io.attune.understanding.Understanding;
import io.attune.understanding.Understanding.RankedIntent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One contact, played to its end. Lives for one path. */
final class LensWalk {
    private static final int LONGEST = 40;
    private static final int MOST_CALLS = 5;

    private final Decider decider;
    private final DialogBook dialogs;
    private final Dialog dialog;
    private final Lens.View view;
    private final List<LedgerEntry> history;
    private final Instant now;
    private final LensWhys whys;
    private final List<Stop> stops = new ArrayList<>();
    private Memory memory =
            Memory.EMPTY.withTalk(Memory.EMPTY.talk().withIntroduced().withOutageTold());
    private int turn;

    LensWalk(
            Decider decider,
            DialogBook dialogs,
            Dialog dialog,
            Lens.View view,
            List<LedgerEntry> history,
            Instant now) {
        this.decider = decider;
        this.dialogs = dialogs;
        this.dialog = dialog;
        this.view = view;
        this.history = new ArrayList<>(history);
        this.now = now;
        this.whys = new LensWhys(dialog, decider);
    }

    /** @param situation that the decision was made in */
    private record Played(Situation situation, Decision decision) {
        boolean isOver() {
            return decision.handoff() != null || decision.memory().topics().isEmpty();
        }
    }

    LensPath play() {
        String intent = dialog.intents().getFirst();
        Played played = decide(dialogs.nameOf(intent, view.language()), null, intent);
        Led before = new Led(By.START, "");
        while (stops.size() <= LONGEST) {
            Answer answer =
                    played.isOver() ? null : LensAnswers.to(dialog, view.answers(), situation(List.of(), Map.of()));
            boolean stopped = stop(played, before, answer);
            if (played.isOver()) {
                return new LensPath(stops, end(played.decision(), stopped));
            }
            if (answer == null || !stopped) {
                break;
            }
            before = new Led(By.ANSWER, answer.title());
            played = decide(answer.text(), answer.choice(), answer.choice() == null ? "oos" : intent);
        }
        return new LensPath(stops, new End(How.UNENDED, null, "", ""));
    }

    /** Adds what the decision went through; false where that was nothing. */
    private boolean stop(Played played, Led before, @Nullable Answer answer) {
        List<LensWhys.Visit> visits = whys.visits(played.situation(), played.decision(), before);
        for (int i = 0; i < visits.size(); i++) {
            boolean last = i == visits.size() - 1;
            stops.add(new Stop(
                    visits.get(i).node(),
                    turn,
                    last ? words(played.decision()) : "",
                    last ? offers(played.decision(), answer) : List.of(),
                    last && answer != null ? answer.title() : "",
                    visits.get(i).why()));
        }
        return !visits.isEmpty();
    }

    private static End end(Decision decision, boolean stopped) {
        String says = stopped ? "" : words(decision);
        HandoffOrder order = decision.handoff();
        if (order != null) {
            return new End(How.PERSON, order.code(), order.sentence(), says);
        }
        return new End(decision.kind() == Kind.RESOLVED ? How.SOLVED : How.LEFT, null, "", says);
    }

    private List<Offer> offers(Decision decision, @Nullable Answer answer) {
        return decision.say().stream()
                .filter(Content.Choices.class::isInstance)
                .flatMap(said -> ((Content.Choices) said).choices().stream())
                .map(choice -> new Offer(
                        choice.title(),
                        LensAnswers.value(dialog, choice.id()),
                        answer != null && choice.id().equals(answer.choice())))
                .toList();
    }

    private Played decide(String text, @Nullable String choice, String intent) {
        var meaning = new Understanding(
                view.language(), List.of(new RankedIntent(intent, .99)), LensAnswers.entities(text), Mood.NEUTRAL);
        var heard = List.of(new Heard(++turn, text, choice, meaning));
        var replies = new HashMap<String, Reply>();
        Situation situation = situation(heard, replies);
        Decision decision = decider.decide(situation);
        for (int calls = 0; decision.errand() != null && calls < MOST_CALLS; calls++) {
            replies.put(
                    decision.errand().key(),
                    LensAnswers.reply(dialog, decision.errand().name()));
            situation = situation(heard, replies);
            decision = decider.decide(situation);
        }
        memory = decision.memory();
        history.addAll(decision.ledger());
        return new Played(situation, decision);
    }

    private static String words(Decision decision) {
        return decision.say().stream().map(Content::words).collect(Collectors.joining("\n\n"));
    }

    private Situation situation(List<Heard> heard, Map<String, Reply> replies) {
        return new Situation(
                now,
                ZoneId.of("UTC"),
                Channel.WEB,
                view.language(),
                heard,
                memory,
                estimates(view.pitch()),
                new Situation.Customer(Profile.EMPTY, history),
                view.line().at(now),
                new QueueState(2, 1, Duration.ofMinutes(4)),
                false,
                dialogs,
                replies);
    }

    private static Estimates estimates(Pitch pitch) {
        Estimates.Aptitude aptitude = switch (pitch) {
            case NOVICE -> new Estimates.Aptitude(-1.2, .6, Band.LOW, List.of());
            case STANDARD -> new Estimates.Aptitude(0, 1.1, Band.UNKNOWN, List.of());
            case EXPERT -> new Estimates.Aptitude(1.4, .6, Band.HIGH, List.of());
        };
        return new Estimates(aptitude, new Estimates.Enthusiasm(.55, .35, .75, List.of()));
    }
}
