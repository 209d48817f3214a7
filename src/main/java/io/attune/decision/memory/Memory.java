package io.attune.decision.memory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the bot remembers of one conversation. Stored with each turn; the next decision starts from it.
 *
 * @param topics dialogs under way, the one in hand last, interrupted ones before it
 * @param facts by {@code dialog/fact}
 * @param tried remedies with their outcome, oldest first
 * @param goal what the customer came for first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Memory(
        Talk talk,
        List<Topic> topics,
        Map<String, Known> facts,
        List<Tried> tried,
        List<Promise> promises,
        @Nullable Goal goal,
        Course course) {
    public static final Memory EMPTY =
            new Memory(Talk.NONE, List.of(), Map.of(), List.of(), List.of(), null, Course.START);

    public Memory {
        topics = List.copyOf(topics);
        facts = java.util.Collections.unmodifiableMap(new TreeMap<>(facts));
        tried = List.copyOf(tried);
        promises = List.copyOf(promises);
    }

    /** The dialog in hand. */
    @JsonIgnore
    public Optional<Topic> topic() {
        return topics.isEmpty() ? Optional.empty() : Optional.of(topics.getLast());
    }

    public Optional<Known> fact(String dialog, String fact) {
        return Optional.ofNullable(facts.get(dialog + "/" + fact));
    }

    public Memory withTalk(Talk now) {
        return new Memory(now, topics, facts, tried, promises, goal, course);
    }

    public Memory withCourse(Course now) {
        return new Memory(talk, topics, facts, tried, promises, goal, now);
    }

    public Memory withTopics(List<Topic> now) {
        return new Memory(talk, now, facts, tried, promises, goal, course);
    }

    /** This topic in hand, above the others; the same dialog further down is taken out. */
    public Memory withTopic(Topic topic) {
        var more = new ArrayList<>(topics);
        more.removeIf(other -> other.dialog().equals(topic.dialog()));
        more.add(topic);
        return withTopics(more);
    }

    /** This topic last in line, to be taken up when the others are done. */
    public Memory withTopicLater(Topic topic) {
        var more = new ArrayList<>(topics);
        more.addFirst(topic);
        return withTopics(more);
    }

    public Memory withoutTopic(String dialog) {
        return withTopics(
                topics.stream().filter(topic -> !topic.dialog().equals(dialog)).toList());
    }

    public Memory withFact(String dialog, String fact, Known known) {
        var more = new TreeMap<>(facts);
        more.put(dialog + "/" + fact, known);
        return new Memory(talk, topics, more, tried, promises, goal, course);
    }

    public Memory withoutFact(String dialog, String fact) {
        var fewer = new TreeMap<>(facts);
        fewer.remove(dialog + "/" + fact);
        return new Memory(talk, topics, fewer, tried, promises, goal, course);
    }

    public Memory withTried(Tried outcome) {
        var more = new ArrayList<>(tried);
        more.add(outcome);
        return new Memory(talk, topics, facts, more, promises, goal, course);
    }

    /** The remedy counts as not tried in this conversation: the customer took an answer back. */
    public Memory withoutTried(String dialog, String remedy) {
        var fewer = new ArrayList<>(tried);
        fewer.removeIf(one -> one.dialog().equals(dialog) && one.remedy().equals(remedy));
        return new Memory(talk, topics, facts, fewer, promises, goal, course);
    }

    public Memory withPromises(List<Promise> now) {
        return new Memory(talk, topics, facts, tried, now, goal, course);
    }

    public Memory withGoal(Goal now) {
        return new Memory(talk, topics, facts, tried, promises, now, course);
    }
}
