package load;

import java.util.List;
import java.util.Random;

/**
 * What customers write: openings, troubleshooting, bills, small talk and asides, with slots, typos and moods, so that
 * hardly two messages of a run are alike. The same seed gives the same talk.
 */
final class Talk {
    private static final List<List<String>> STORIES = List.of(
            List.of(
                    "my internet is so slow {when}",
                    "it's on {device}",
                    "wifi mostly, {device} is next to the router",
                    "ok i did that",
                    "no still slow",
                    "{speed} on the speed test",
                    "yes restarted it {when}",
                    "thanks, that helped"),
            List.of(
                    "hi",
                    "can you explain my bill",
                    "why is it {money} this month",
                    "what is the {money} charge for {thing}",
                    "ok and when is it due",
                    "thank you",
                    "what does my plan cost after the offer ends",
                    "alright bye"),
            List.of(
                    "hello there",
                    "pages take ages to load on {device} {when}",
                    "netflix keeps buffering",
                    "about {speed}, plan says more",
                    "which cable do you mean",
                    "cable is in",
                    "how are you by the way",
                    "it is better now i think"),
            List.of(
                    "PPPoE session drops, sync is {speed}, SNR margin looks low",
                    "wired test on {device} gives {speed}",
                    "already isolated it to the line, test socket is the same",
                    "ping to the gateway is 4 ms but jitter goes up {when}",
                    "channel 11 is crowded, moved to 36",
                    "no change",
                    "firmware is current",
                    "ok what next"),
            List.of(
                    "the box has a {colour} light",
                    "its been like that {when}",
                    "nothing works on {device}",
                    "i dont know where that is",
                    "you mean the thing on the wall?",
                    "done",
                    "the light is {colour} now",
                    "great cheers"),
            List.of(
                    "do you have faster plans",
                    "how much is the next one up",
                    "we stream a lot on {device}",
                    "is there a discount, i pay {money} now",
                    "and what about {thing}",
                    "let me think about it",
                    "my speed is {speed} by the way, is that normal",
                    "ok thanks"));
    private static final List<String> WHEN = List.of(
            "since yesterday", "in the evenings", "today", "for three days now", "after the storm", "this morning");
    private static final List<String> DEVICES = List.of(
            "my laptop", "all devices", "the tv", "my phone", "the xbox", "the tablet upstairs", "both computers");
    private static final List<String> THINGS =
            List.of("the rental", "roaming", "the activation", "late payment", "the static ip", "premium channels");
    private static final List<String> COLOURS = List.of("red", "orange", "blinking green", "white", "amber");
    private static final List<String> AFTERTHOUGHTS =
            List.of("", "", "", "", " please", "!!", " ...", " lol", " as i said", " and im working from home");

    private final Random chance;

    Talk(long seed) {
        this.chance = new Random(seed);
    }

    static int stories() {
        return STORIES.size();
    }

    static int length() {
        return STORIES.getFirst().size();
    }

    String line(int story, int step) {
        List<String> lines = STORIES.get(story % STORIES.size());
        String line = lines.get(step % lines.size())
                .replace("{when}", any(WHEN))
                .replace("{device}", any(DEVICES))
                .replace("{thing}", any(THINGS))
                .replace("{colour}", any(COLOURS))
                .replace("{speed}", chance.nextInt(2, 180) + (chance.nextBoolean() ? " mbps" : "mbit"))
                .replace("{money}", chance.nextInt(5, 90) + "." + chance.nextInt(10, 99));
        return typo(line + any(AFTERTHOUGHTS));
    }

    /** In a quarter of the messages two neighbours change places. */
    private String typo(String line) {
        if (line.length() < 8 || chance.nextInt(4) > 0) {
            return line;
        }
        int at = chance.nextInt(1, line.length() - 2);
        return line.substring(0, at) + line.charAt(at + 1) + line.charAt(at) + line.substring(at + 2);
    }

    private String any(List<String> words) {
        return words.get(chance.nextInt(words.size()));
    }
}
