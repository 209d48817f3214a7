package io.attune.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The agents whose sockets are at this node, and what they have before them. */
@ApplicationScoped
class Hall {
    private final Set<AgentSocket> sockets = ConcurrentHashMap.newKeySet();
    private final ObjectMapper json;

    Hall(ObjectMapper json) {
        this.json = json;
    }

    /** Somebody who has a conversation open before them. */
    record Looker(String agent, String name, String role, boolean writing) {}

    record Looking(String t, String conv, List<Looker> agents) {}

    void enter(AgentSocket socket) {
        sockets.add(socket);
    }

    void leave(AgentSocket socket) {
        sockets.remove(socket);
    }

    boolean isEmpty() {
        return sockets.isEmpty();
    }

    Collection<AgentSocket> all() {
        return List.copyOf(sockets);
    }

    Set<String> users() {
        return sockets.stream().map(AgentSocket::user).collect(Collectors.toSet());
    }

    void tell(String user, Object frame) {
        String text = write(frame);
        sockets.stream().filter(socket -> socket.user().equals(user)).forEach(socket -> socket.write(text));
    }

    void tellAll(Object frame) {
        String text = write(frame);
        sockets.forEach(socket -> socket.write(text));
    }

    /** Those who watch it or have it open. */
    void tellWatchers(String conv, Object frame) {
        String text = write(frame);
        sockets.stream().filter(socket -> socket.sees(conv)).forEach(socket -> socket.write(text));
    }

    List<Looker> looking(String conv) {
        return sockets.stream()
                .filter(socket -> conv.equals(socket.looksAt()))
                .map(socket -> new Looker(socket.user(), socket.name(), socket.role(), socket.isWriting()))
                .distinct()
                .toList();
    }

    void tellLooking(String conv) {
        tellWatchers(conv, new Looking("looking", conv, looking(conv)));
    }

    String write(Object frame) {
        try {
            return json.writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a " + frame.getClass().getSimpleName(), e);
        }
    }
}
