package io.attune.conversation;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Joins the live feeds of the nodes to one: what is committed on another node is read here where somebody listens. */
@ApplicationScoped
public class NodeFeed {
    private static final Logger LOG = Logger.getLogger(NodeFeed.class);

    private final Nodes nodes;
    private final LiveFeed feed;
    private final ConversationLog log;

    NodeFeed(Nodes nodes, LiveFeed feed, ConversationLog log) {
        this.nodes = nodes;
        this.feed = feed;
        this.log = log;
    }

    void start(@Observes StartupEvent starting) {
        feed.listenToAll(commit -> nodes.tell(Nodes.Notice.Committed.of(commit)));
        feed.listenToOwnSignals(signal -> nodes.tell(new Nodes.Notice.Signalled(signal)));
        nodes.listen(new Nodes.Ear() {
            @Override
            public void heard(List<Nodes.Notice> notices) {
                notices.forEach(NodeFeed.this::heard);
            }

            @Override
            public void missed() {
                feed.missed();
            }
        });
    }

    private void heard(Nodes.Notice notice) {
        switch (notice) {
            case Nodes.Notice.Signalled signalled -> feed.signalledElsewhere(signalled.signal());
            case Nodes.Notice.Committed commit -> {
                if (feed.isListenedTo(commit.conv()) || commit.moved()) {
                    read(commit);
                }
            }
        }
    }

    private void read(Nodes.Notice.Committed commit) {
        int entries = Math.toIntExact(commit.last() - commit.first() + 1);
        log.readLater(commit.conv(), commit.first() - 1, entries)
                .thenApply(read -> {
                    Optional<Header> header = read.isEmpty() ? Optional.empty() : log.header(commit.conv());
                    return header.map(at -> new Appended.Done(at, read));
                })
                .whenComplete((done, fault) -> {
                    if (fault == null) {
                        done.ifPresent(feed::committedElsewhere);
                    } else {
                        LOG.warnf("conversation %s changed on another node and could not be read", commit.conv());
                    }
                });
    }
}
