package io.attune.channel.exchange;

import io.attune.channel.Outward;
import io.attune.channel.exchange.store.ThreadStore;
import io.attune.conversation.Appended;
import io.attune.conversation.Conversation;
import io.attune.conversation.ConversationEvent.HandoffQueued;
import io.attune.conversation.ConversationEvent.HandoffRequested;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Entry;
import io.attune.conversation.Header;
import io.attune.conversation.LiveFeed;
import io.attune.message.Choice;
import io.attune.message.Content;
import io.attune.message.Language;
import io.attune.message.Role;
import io.attune.problem.Problem;
import io.attune.problem.ProblemException;
import io.attune.turn.Openings;
import io.attune.turn.Reception;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Takes a message in and waits for what there is to say to it. Everything that was said since the sender was last told comes
 * with it, so that an agent's words, which cannot be brought, are there when the customer writes again.
 */
@Singleton
public class Exchange {
    private static final int PORTION = 200;

    private final Openings openings;
    private final Reception reception;
    private final ConversationLog log;
    private final LiveFeed feed;
    private final ThreadStore threads;
    private final Allowance allowance;
    private final Duration patience;
    private final ExecutorService waiting = Executors.newThreadPerTaskExecutor(
            java.lang.Thread.ofVirtual().name("exchange-", 0).factory());

    Exchange(
            Openings openings,
            Reception reception,
            ConversationLog log,
            LiveFeed feed,
            ThreadStore threads,
            Allowance allowance,
            ExchangeConfig config) {
        this.openings = openings;
        this.reception = reception;
        this.log = log;
        this.feed = feed;
        this.threads = threads;
        this.allowance = allowance;
        this.patience = config.patience();
    }

    /**
     * Says something and waits for the answer.
     *
     * @param id the sender's own id of the message, unique for all time: the same one is taken once
     * @param text words, or the id of a choice that was offered; 1 to 4,096 characters
     * @return what the sender has not been told yet, oldest first
     */
    public CompletionStage<List<Said>> ask(Party party, String id, String text) {
        allowance.take(party);
        return CompletableFuture.supplyAsync(() -> exchange(party, id, text), waiting);
    }

    private List<Said> exchange(Party party, String id, String text) {
        ThreadStore.Thread thread = enter(party);
        boolean answered = sayAndWait(thread.conv(), party, id, text);
        List<Said> said = tell(party);
        return said.isEmpty() && !answered ? List.of(notice(Patience.STILL_THINKING, language(thread.conv()))) : said;
    }

    /**
     * Says something without waiting, on a channel that is told by itself.
     *
     * @return the conversation that it was said in
     */
    public String say(Party party, String id, String text) {
        allowance.take(party);
        String conv = enter(party).conv();
        say(conv, party, id, text);
        return conv;
    }

    /** The seq up to which the party has been told. */
    public long seen(Party party) {
        return threads.find(party.channel().code(), party.sender())
                .map(ThreadStore.Thread::seen)
                .orElse(0L);
    }

    /** The party has been told, up to this seq. */
    public void told(Party party, String conv, long seq) {
        waiting.execute(() -> threads.find(party.channel().code(), party.sender())
                .filter(thread -> thread.conv().equals(conv) && thread.seen() < seq)
                .ifPresent(thread -> threads.take(thread, seq)));
    }

    /** The conversation that the party is in, opened when there is none. */
    private ThreadStore.Thread enter(Party party) {
        Header header = openings.resumeOrOpen(party.customer(), Optional.empty(), party.channel(), party.locale())
                .toCompletableFuture()
                .join();
        String channel = party.channel().code();
        Optional<ThreadStore.Thread> known = threads.find(channel, party.sender())
                .filter(thread -> thread.conv().equals(header.id()));
        return known.orElseGet(() -> {
            // Of a conversation from elsewhere the customer has seen what was said there.
            long seen = header.lastCustomer() == 0 ? 0 : header.head();
            threads.put(new ThreadStore.Thread(channel, party.sender(), party.customer(), header.id(), seen));
            return threads.find(channel, party.sender()).orElseThrow();
        });
    }

    /** Whether there is an answer, or will be none from the bot. */
    private boolean sayAndWait(String conv, Party party, String id, String text) {
        var settled = new CompletableFuture<Header>();
        var asked = new CompletableFuture<Long>();
        try (AutoCloseable listening = feed.listen(conv, commit -> {
            if (asked.isDone() && isSettled(commit.header(), asked.join())) {
                settled.complete(commit.header());
            }
        })) {
            long seq = say(conv, party, id, text);
            asked.complete(seq);
            log.header(conv).filter(header -> isSettled(header, seq)).ifPresent(settled::complete);
            settled.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ProblemException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a message was not taken in", e);
        }
    }

    private static boolean isSettled(Header header, long seq) {
        return header.answered() >= seq || !header.owner().botMaySpeak();
    }

    /** Takes a message in; the seq that it has. */
    private long say(String conv, Party party, String id, String text) {
        String cid = Outward.cid(party.channel().code(), id);
        Appended appended = reception
                .accept(new Reception.Inbound(conv, party.channel(), cid, content(conv, text), null))
                .toCompletableFuture()
                .join();
        return switch (appended) {
            case Appended.Done done -> done.firstSeq();
            case Appended.Duplicate before -> before.seq();
            case Appended.IdConflict c ->
                throw new ProblemException(Problem.of(422, "another message was sent under this id"));
            case Appended.Refused r -> throw ProblemException.conflict("the conversation does not take this");
            case Appended.Unknown u -> throw ProblemException.notFound("no such conversation");
        };
    }

    private Content content(String conv, String text) {
        if (text.isBlank() || text.length() > Content.MAX_TEXT) {
            throw ProblemException.badRequest("text", "must have 1 to " + Content.MAX_TEXT + " characters");
        }
        List<Choice> offered = log.load(conv).map(Conversation::offered).orElse(List.of());
        return offered.stream()
                .filter(choice -> choice.id().equals(text))
                .findFirst()
                .<Content>map(choice -> new Content.Picked(choice.id(), choice.title()))
                .orElseGet(() -> new Content.Text(text));
    }

    /** What the party has not been told yet; whoever asks first gets it. */
    private List<Said> tell(Party party) {
        String channel = party.channel().code();
        while (true) {
            ThreadStore.Thread thread = threads.find(channel, party.sender()).orElseThrow();
            List<Entry> entries = log.read(thread.conv(), thread.seen(), PORTION);
            if (entries.isEmpty()) {
                return List.of();
            }
            if (threads.take(thread, entries.getLast().seq())) {
                return said(thread.conv(), entries);
            }
        }
    }

    private List<Said> said(String conv, List<Entry> entries) {
        Language language = language(conv);
        var said = new ArrayList<Said>(words(entries, language));
        boolean wanted = entries.stream()
                .anyMatch(entry -> entry.event() instanceof HandoffRequested || entry.event() instanceof HandoffQueued);
        if (wanted) {
            said.add(notice(Patience.PERSON, language));
        } else if (said.isEmpty()
                && log.header(conv).filter(h -> !h.owner().botMaySpeak()).isPresent()) {
            said.add(notice(Patience.NOTHING_NEW, language));
        }
        return said;
    }

    /** What entries say to the customer. */
    public static List<Said> words(List<Entry> entries, Language language) {
        return entries.stream()
                .flatMap(entry -> Outward.said(entry.event(), language)
                        .map(content -> new Said(entry.event().from().role(), content, language))
                        .stream())
                .toList();
    }

    private static Said notice(Patience notice, Language language) {
        return new Said(Role.SYSTEM, new Content.Notice(notice.in(language)), language);
    }

    /** The language of a conversation. */
    public Language language(String conv) {
        return log.load(conv)
                .map(state -> state.language() == null ? Language.EN : state.language())
                .orElse(Language.EN);
    }
}
