package io.attune.channel.whatsapp;

import io.attune.channel.ChannelContract;
import io.attune.channel.LogLines;
import io.attune.channel.Rig;
import io.attune.channel.Shows;
import io.attune.message.Content;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The contract of every adapter, over the wire of the Cloud API. */
class WhatsAppContractTest extends ChannelContract {
    @Override
    protected Rig open() {
        return new WhatsAppRig();
    }

    private static final class WhatsAppRig implements Rig {
        private final LogLines lines = new LogLines();
        private final Try all = new Try();

        @Override
        public Shows shows() {
            return Wire.SHOWS;
        }

        @Override
        public void customerWrites(String id, String text) {
            int before = all.heard().size();
            all.phone.say("wamid." + id, text);
            // Acknowledged in this order is promised; the network between phone and server promises nothing.
            for (int i = 0; i < 100 && all.heard().size() == before; i++) {
                pause();
            }
        }

        private static void pause() {
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public List<Content> heard() {
            return all.heard();
        }

        @Override
        public void botSays(Content content) {
            all.botSays(content);
        }

        @Override
        public List<Shown> shown() {
            return all.phone.received().stream()
                    .map(bubble -> new Shown(bubble.path("text").asText(), Try.labels(bubble)))
                    .toList();
        }

        @Override
        public Set<Failure> failures() {
            return Set.of(Failure.values());
        }

        @Override
        public void fail(Failure failure) {
            all.phone.fail(
                    switch (failure) {
                        case REFUSED_FOR_NOW -> "131056";
                        case LOST_REQUEST -> "dropped";
                        case LOST_RESPONSE -> "lost";
                    },
                    1);
        }

        @Override
        public void restart() {
            all.restart();
        }

        @Override
        public List<String> logLines() {
            return lines.lines();
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(8);
        }

        @Override
        public void close() {
            all.close();
            lines.close();
        }
    }
}
