package io.attune.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What was given to a server and must not come back out: not in its log files, not in what it answers to others. */
final class Planted {
    /** Written by customers in these tests; nothing else contains them. */
    static final String WORDS = "purplezebra";

    static final String PHONE = "447700900461";

    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    Planted() {
        secrets.add(WORDS);
        secrets.add(PHONE);
    }

    void secret(String value) {
        secrets.add(value);
    }

    Server.Ticket ticket(Server server) throws IOException {
        Server.Ticket ticket = server.ticket(null);
        secret(ticket.ticket());
        secret(ticket.visitor());
        return ticket;
    }

    void isNotIn(Path log) throws IOException {
        String written = Files.readString(log);
        assertThat(secrets)
                .allSatisfy(secret -> assertThat(written.contains(secret))
                        .as("a planted text, number or secret stands in the log")
                        .isFalse());
    }

    /** What a body of an error must not show, whoever caused it. */
    static void showsNoInsides(String body) {
        assertThat(body)
                .doesNotContain("\tat ", "Exception", "java.lang", "io.attune.", "jakarta.", "org.jboss", "SELECT ");
    }
}
