package load;

import java.io.IOException;
import java.util.ArrayDeque;

/** One customer's connection: sends its story line by line and waits for each line's acknowledgement and answer. */
final class Lane extends Link {

    /** A message under way. {@code due} is when it was meant to be sent, {@link System#nanoTime()}. */
    private static final class Sent {
        final String id;
        final long due;
        long seq;

        Sent(String id, long due) {
            this.id = id;
            this.due = due;
        }
    }

    private final Tally tally;
    private final Talk talk;
    private final int story;
    private final ArrayDeque<Sent> pending = new ArrayDeque<>();
    private int step;
    private long answeredThrough;
    boolean welcome;
    /** The bot answers no more: a person was called, or the conversation is over. */
    boolean leftTheBot;

    Lane(int port, String ticket, int story, Talk talk, Tally tally) throws IOException {
        super(port, "/ws/v1/chat?ticket=" + ticket, "care.v1");
        this.story = story;
        this.talk = talk;
        this.tally = tally;
    }

    void hello() throws IOException {
        send("{\"t\":\"hello\",\"v\":1,\"locale\":\"en-GB\",\"tz\":\"Europe/London\"}");
    }

    boolean isReady() {
        return welcome && !leftTheBot && !closed && step < Talk.length();
    }

    int waiting() {
        return pending.size();
    }

    void sendNext(long due) throws IOException {
        String text = talk.line(story, step++).replace("\\", "").replace("\"", "'");
        String id = "m" + step;
        pending.add(new Sent(id, due));
        int keys = text.length() + 2;
        send("{\"t\":\"send\",\"id\":\"" + id + "\",\"content\":{\"kind\":\"text\",\"text\":\"" + text
                + "\"},\"compose\":{\"activeMs\":" + keys * 210 + ",\"keys\":" + keys
                + ",\"deletes\":2,\"input\":\"touch\"}}");
        tally.sent++;
    }

    @Override
    void onText(String frame) {
        switch (text(frame, "\"t\":\"")) {
            case "welcome" -> welcome = true;
            case "accepted" -> accepted(text(frame, "\"id\":\""), number(frame, "\"seq\":"));
            case "event" -> event(frame);
            case "error" -> tally.error(text(frame, "\"code\":\""));
            default -> {}
        }
    }

    private void accepted(String id, long seq) {
        long now = System.nanoTime();
        for (Sent sent : pending) {
            if (sent.id.equals(id) && sent.seq == 0) {
                sent.seq = seq;
                tally.accepted.add(now - sent.due);
            }
        }
        settle(now);
    }

    private void event(String frame) {
        String ev = text(frame, "\"ev\":\"");
        if (ev.startsWith("handoff.") || ev.equals("conversation.closed")) {
            leftTheBot = true;
        } else if (ev.equals("message") && text(frame, "\"role\":\"").equals("bot")) {
            long replyTo = number(frame, "\"replyTo\":");
            if (replyTo > answeredThrough) {
                answeredThrough = replyTo;
                tally.answers++;
                settle(System.nanoTime());
            }
        }
    }

    private void settle(long now) {
        pending.removeIf(sent -> {
            boolean done = sent.seq > 0 && sent.seq <= answeredThrough;
            if (done) {
                tally.answered.add(now - sent.due);
            }
            return done;
        });
    }

    /** The text after a mark up to the next quote; the mark cannot stand inside a JSON string, where quotes are escaped. */
    private static String text(String frame, String mark) {
        int at = frame.indexOf(mark);
        return at < 0 ? "" : frame.substring(at + mark.length(), frame.indexOf('"', at + mark.length()));
    }

    private static long number(String frame, String mark) {
        int at = frame.indexOf(mark);
        if (at < 0) {
            return 0;
        }
        long value = 0;
        for (int i = at + mark.length(); i < frame.length() && Character.isDigit(frame.charAt(i)); i++) {
            value = value * 10 + frame.charAt(i) - '0';
        }
        return value;
    }
}
