package io.attune.client;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An app's conversation, from the first word to a person: run it with the server's address. */
public final class Example {
    private Example() {}

    public static void main(String[] args) throws InterruptedException {
        System.out.println(talk(URI.create(args.length > 0 ? args[0] : "http://127.0.0.1:8080")));
    }

    /** Tells of a slow line, picks an answer, asks for a person; what was said, a line each. */
    public static String talk(URI server) throws InterruptedException {
        CareClient care = CareClient.anonymous(server, CareClient.newVisitor(server, "demo"));
        String conv = care.open("en");
        var heard = new LinkedBlockingQueue<CareEvent>();
        var told = new StringBuilder();
        try (EventStream stream = care.follow(conv, 0, heard::add)) {
            next(heard, "bot", told);
            care.say(conv, "my internet is slow");
            CareEvent question = next(heard, "bot", told);
            care.choose(conv, question.choices().getFirst().id());
            next(heard, "bot", told);
            care.say(conv, "I would like to talk to a person");
            next(heard, "bot", told);
        }
        return told.toString();
    }

    private static CareEvent next(LinkedBlockingQueue<CareEvent> heard, String role, StringBuilder told)
            throws InterruptedException {
        while (true) {
            CareEvent event = Optional.ofNullable(heard.poll(20, TimeUnit.SECONDS))
                    .orElseThrow(() -> new IllegalStateException("nobody answered"));
            if (event.ev().equals("message")) {
                told.append(event.role()).append(": ").append(event.text()).append('\n');
            }
            if (event.isMessageOf(role)) {
                return event;
            }
        }
    }
}
