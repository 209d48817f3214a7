package io.attune.channel.directline;

import io.attune.channel.ChannelContract;
import io.attune.channel.LogLines;
import io.attune.channel.Rig;
import io.attune.channel.Shows;
import io.attune.conversation.Append;
import io.attune.conversation.ConversationEvent.HandoffJoined;
import io.attune.conversation.ConversationEvent.Message;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Guard;
import io.attune.conversation.LogPages;
import io.attune.conversation.Sender;
import io.attune.message.Content;
import io.attune.message.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Direct Line holds to what every channel holds to; its client comes back by itself when its stream ends. */
@QuarkusTest
class DirectLineContractTest extends ChannelContract {
    @Inject
    ConversationLog log;

    @Inject
    Streams streams;

    @Override
    protected Rig open() {
        return new Tab();
    }

    private final class Tab implements Rig {
        private final LogLines lines = new LogLines();
        private final DirectLineClient client = DirectLineClient.start();
        private final List<Map<String, Object>> before = new ArrayList<>();
        private final long opened;
        private DirectLineClient.Listening stream;

        Tab() {
            // The bot is silent where a person is.
            log.append(Append.of(client.conv, Guard.NONE, new HandoffJoined(Sender.agent("rig", null))))
                    .toCompletableFuture()
                    .join();
            opened = log.header(client.conv).orElseThrow().head();
            client.comeBack(Long.toString(opened));
            stream = client.listen();
        }

        @Override
        public Shows shows() {
            return new Shows(Content.MAX_TEXT * 4, new Shows.Menu(10, Content.MAX_TEXT * 4, 80, 0, 200), null);
        }

        @Override
        public void customerWrites(String id, String text) {
            client.say(id, text).then().statusCode(200);
        }

        @Override
        public List<Content> heard() {
            return LogPages.all(log, client.conv, opened).stream()
                    .filter(entry ->
                            entry.event() instanceof Message m && m.from().role() == Role.CUSTOMER)
                    .map(entry -> ((Message) entry.event()).content())
                    .toList();
        }

        @Override
        public void botSays(Content content) {
            log.append(Append.of(client.conv, Guard.NONE, new Message(Sender.BOT, null, content, null, null)))
                    .toCompletableFuture()
                    .join();
        }

        @Override
        public List<Shown> shown() {
            var all = new ArrayList<>(before);
            all.addAll(stream.activities);
            return all.stream()
                    .filter(activity -> "message".equals(activity.get("type")))
                    .map(activity -> JsonPath.from(Json.write(activity)))
                    .filter(activity -> "bot".equals(activity.getString("from.role")))
                    .map(Tab::shown)
                    .toList();
        }

        private static Shown shown(JsonPath activity) {
            List<String> labels = activity.getList("suggestedActions.actions.title");
            return new Shown(activity.getString("text"), labels == null ? List.of() : labels);
        }

        @Override
        public Set<Failure> failures() {
            return Set.of(Failure.LOST_REQUEST);
        }

        /** The stream breaks; the client comes back with the watermark that it has. */
        @Override
        public void fail(Failure failure) {
            restart();
        }

        @Override
        public void restart() {
            streams.closeAll();
            stream.close();
            before.addAll(stream.activities);
            client.comeBack(stream.watermark.isEmpty() ? Long.toString(opened) : stream.watermark);
            stream = client.listen();
        }

        @Override
        public List<String> logLines() {
            return lines.lines();
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(5);
        }

        @Override
        public void close() {
            stream.close();
            lines.close();
        }
    }
}
