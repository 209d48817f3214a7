package io.attune.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** A server as its customers and agents reach it: by address alone. */
record Server(HttpClient http, URI base) {

    /** @param visitor the device's secret */
    record Ticket(String ticket, String visitor) {}

    static Server at(int port) {
        return new Server(http1(), URI.create("http://localhost:" + port));
    }

    private static HttpClient http1() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    Rest rest() {
        return new Rest(http, base);
    }

    Ticket ticket(@Nullable String visitor) throws IOException {
        var body = Frames.object().put("site", "demo");
        if (visitor != null) {
            body.put("visitor", visitor);
        }
        JsonNode given = rest().post("/api/v1/tickets", body).expect(200).json();
        return new Ticket(given.path("ticket").asText(), given.path("visitor").asText());
    }

    Socket open(String ticket) throws Socket.NotOpened {
        return open(ticket, base.toString());
    }

    Socket open(String ticket, @Nullable String origin) throws Socket.NotOpened {
        String address = base.toString().replaceFirst("^http", "ws") + "/ws/v1/chat?ticket=" + ticket;
        return Socket.open(http, URI.create(address), "care.v1", origin);
    }

    /** The whole log of a conversation, page by page. */
    Log log(String conv, String visitor) throws IOException {
        var events = new ArrayList<Event>();
        long after = 0;
        while (true) {
            JsonNode page = rest().asVisitor(visitor)
                    .get("/api/v1/conversations/" + conv + "/events?after=" + after + "&limit=50")
                    .expect(200)
                    .json();
            page.path("events").forEach(event -> events.add(Event.read(event)));
            if (page.path("events").isEmpty()) {
                return new Log(conv, page.path("head").asLong(), events);
            }
            after = events.getLast().seq();
        }
    }

    /** A session of one of the demo accounts. */
    Rest account(String user) throws IOException {
        var body = Frames.object().put("user", user).put("password", "demo");
        String token = rest().post("/api/v1/sessions", body)
                .expect(200)
                .json()
                .path("token")
                .asText();
        return rest().asBearer(token);
    }
}
