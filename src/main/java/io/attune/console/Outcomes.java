package io.attune.console;

import io.attune.conversation.Appended;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Frame;
import io.attune.conversation.Header;
import io.attune.conversation.Owner;
import io.attune.handoff.Desk;
import io.attune.problem.Problem;
import io.attune.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** How an action ended, as an answer. */
@ApplicationScoped
class Outcomes {
    private static final int NEWER = 100;

    private final ConversationLog log;

    Outcomes(ConversationLog log) {
        this.log = log;
    }

    Header header(String conv) {
        return log.header(conv).orElseThrow(() -> ProblemException.notFound("no conversation " + conv));
    }

    CompletionStage<Done> done(CompletionStage<Appended> appended, Desk.Action action) {
        return appended.thenApply(result -> switch (result) {
            case Appended.Done d -> new Done(d.lastSeq());
            case Appended.Refused r -> throw new ProblemException(refused(r.header(), action));
            case Appended.Unknown u -> throw ProblemException.notFound("no conversation " + u.conv());
            case Appended.Duplicate d -> new Done(d.seq());
            case Appended.IdConflict c -> throw ProblemException.conflict("another message has this id");
        });
    }

    /** Says who has it, and shows what the agent has not seen. */
    private Problem refused(Header header, Desk.Action action) {
        boolean stale = action.seen() != null && action.seen() < header.head();
        Problem problem = Problem.of(409, stale ? "there are newer events" : whose(header))
                .with("owner", header.owner().code())
                .with("head", header.head());
        return stale ? problem.with("events", newer(header, action.seen())) : problem;
    }

    private List<Frame> newer(Header header, @Nullable Long seen) {
        return log.read(header.id(), seen == null ? header.head() : seen, NEWER).stream()
                .map(entry -> Frame.forAgent(header.id(), entry))
                .toList();
    }

    private static String whose(Header header) {
        return header.owner() == Owner.AGENT
                ? "the conversation is with " + header.agent()
                : "the conversation is not yours: it is " + header.owner().code();
    }
}
