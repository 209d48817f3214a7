package io.attune.conversation.nodes;

import io.attune.conversation.Nodes;
import io.attune.conversation.NoticeJson;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Nodes that tell each other through a channel of Redis. A line that breaks is taken up again after a second. */
public final class RedisNodes implements Nodes, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RedisNodes.class);
    private static final String CHANNEL = "attune:nodes";
    private static final long AGAIN_MS = 1_000;

    private final Vertx vertx;
    private final String address;
    private final NoticeJson json;
    private volatile @Nullable RedisConnection speaking;
    private volatile boolean closing;

    /** @param address {@code redis://:password@host:port}, or {@code rediss:} with TLS */
    public RedisNodes(Vertx vertx, String address, NoticeJson json) {
        this.vertx = vertx;
        this.address = address;
        this.json = json;
    }

    @Override
    public void tell(Notice notice) {
        RedisConnection line = speaking;
        if (line != null) {
            line.send(Request.cmd(Command.PUBLISH).arg(CHANNEL).arg(json.write(notice)));
        }
    }

    @Override
    public void listen(Ear ear) {
        keep(line -> speaking = line, () -> speaking = null);
        keep(
                line -> {
                    line.handler(said -> heard(said, ear));
                    line.send(Request.cmd(Command.SUBSCRIBE).arg(CHANNEL)).onSuccess(subscribed -> ear.missed());
                },
                () -> {});
    }

    /** Connects, and again whenever the connection is lost. */
    private void keep(Consumer<RedisConnection> connected, Runnable lost) {
        Redis.createClient(vertx, address)
                .connect()
                .onSuccess(line -> {
                    var gone = new AtomicBoolean();
                    Runnable again = () -> {
                        if (gone.compareAndSet(false, true)) {
                            lost.run();
                            retry(connected, lost);
                        }
                    };
                    line.exceptionHandler(fault -> again.run());
                    line.endHandler(nothing -> again.run());
                    connected.accept(line);
                })
                .onFailure(fault -> retry(connected, lost));
    }

    private void retry(Consumer<RedisConnection> connected, Runnable lost) {
        if (!closing) {
            LOG.warn("no line to the other nodes: attune.nodes.redis cannot be reached; tried again in a second");
            vertx.setTimer(AGAIN_MS, timer -> keep(connected, lost));
        }
    }

    private void heard(@Nullable Response said, Ear ear) {
        boolean isMessage = said != null
                && (said.type() == ResponseType.PUSH || said.type() == ResponseType.MULTI)
                && said.size() == 3
                && said.get(0).toString().equals("message");
        if (said != null && isMessage) {
            List<Notice> notices = json.read(said.get(2).toString());
            if (!notices.isEmpty()) {
                ear.heard(notices);
            }
        }
    }

    @Override
    public void close() {
        closing = true;
    }
}
