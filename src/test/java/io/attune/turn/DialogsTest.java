package io.attune.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.attune.conversation.Conversation;
import io.attune.conversation.ConversationEvent.Closed;
import io.attune.conversation.ConversationEvent.Message;
import io.attune.conversation.Entry;
import io.attune.conversation.Header;
import io.attune.conversation.Sender;
import io.attune.conversation.TurnRecord;
import io.attune.database.Address;
import io.attune.database.Database;
import io.attune.message.Channel;
import io.attune.message.Content;
import io.attune.message.Language;
import io.attune.turn.Reload.Outcome;
import io.attune.turn.store.DialogReleases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions of the dialogs: which one a conversation goes by, and what is kept of those that were in force. */
class DialogsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String FLOW = """
            dialog: hello
            kind: flow
            for: [greeting_card]
            start: say
            steps:
              say: {go: person}
            """;

    @TempDir
    Path folder;

    private Path files = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private Database database;

    @BeforeEach
    void aServer() throws IOException {
        files = Files.createDirectories(folder.resolve("dialogs"));
        write(FLOW, "Hello");
        database = Database.open(Address.embedded(folder), 2);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void write(String flow, String words) throws IOException {
        Files.writeString(files.resolve("hello.yaml"), flow);
        Files.writeString(
                files.resolve("hello.texts.yaml"), "steps:\n  say:\n    say: {en: " + words + ", es: Hola}\n");
    }

    private DialogReleases releases() {
        return new DialogReleases(database);
    }

    /** As after a restart: nothing is in memory. */
    private Dialogs dialogs() throws IOException {
        return new Dialogs(files, Duration.ofDays(7), 5, releases(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static String words(Release release) {
        return release.book()
                .dialog("hello")
                .orElseThrow()
                .texts()
                .find("steps.say.say")
                .orElseThrow()
                .toString();
    }

    /** A conversation in which the bot has spoken once, by this version. */
    private static Conversation goingBy(String version) {
        Header start = Header.start("c1", "s1", "ann", Channel.WEB, NOW);
        var nothing = JsonNodeFactory.instance.objectNode();
        return Conversation.start(start, Language.EN)
                .next(new Entry(
                        1,
                        NOW,
                        new Message(Sender.BOT, null, new Content.Text("Hello"), null, null),
                        new TurnRecord(null, Language.EN, nothing, nothing, version)));
    }

    @Test
    void a_conversation_keeps_its_version_over_an_edit_and_over_a_restart() throws IOException {
        Dialogs dialogs = dialogs();
        Conversation conversation = goingBy(dialogs.version());
        write(FLOW, "Welcome");
        assertThat(dialogs.reload().outcome()).isEqualTo(Outcome.RELEASED);
        for (Dialogs server : new Dialogs[] {dialogs, dialogs()}) {
            assertThat(words(server.current())).contains("Welcome");
            Dialogs.Held held = server.held(conversation, NOW.plus(Duration.ofDays(6)));
            assertThat(words(held.release())).contains("Hello");
            assertThat(held.moved()).isFalse();
        }
    }

    @Test
    void after_long_silence_or_when_its_version_is_gone_it_goes_on_with_what_is_in_force() throws IOException {
        Dialogs dialogs = dialogs();
        Conversation old = goingBy(dialogs.version());
        write(FLOW, "Welcome");
        dialogs.reload();
        assertThat(dialogs.held(old, NOW.plus(Duration.ofDays(8))))
                .isEqualTo(new Dialogs.Held(dialogs.current(), true));
        assertThat(dialogs.held(goingBy("0123456789abcdef"), NOW)).isEqualTo(new Dialogs.Held(dialogs.current(), true));
    }

    @Test
    void who_comes_back_after_the_end_gets_the_dialogs_of_that_day() throws IOException {
        Dialogs dialogs = dialogs();
        Conversation ended = goingBy(dialogs.version())
                .next(new Entry(2, NOW, new Closed(Sender.BOT, "resolved", null), null))
                .next(new Entry(3, NOW, new Message(Sender.CUSTOMER, "m1", new Content.Text("Hi"), null, null), null));
        write(FLOW, "Welcome");
        dialogs.reload();
        assertThat(dialogs.held(ended, NOW)).isEqualTo(new Dialogs.Held(dialogs.current(), false));
    }

    @Test
    void what_has_a_fault_is_not_put_in_force_and_the_next_good_edit_is() throws IOException {
        Dialogs dialogs = dialogs();
        Release before = dialogs.current();
        write(FLOW.replace("go: person", "go: nowhere"), "Welcome");
        Reload refused = dialogs.reload();
        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.faults()).extracting("file").contains("hello.yaml");
        assertThat(dialogs.current()).isSameAs(before);
        assertThat(dialogs.lastReload()).contains(refused);
        write(FLOW, "Welcome");
        assertThat(dialogs.reload().outcome()).isEqualTo(Outcome.RELEASED);
        assertThat(words(dialogs.current())).contains("Welcome");
        assertThat(dialogs.reload().outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void an_emptied_or_missing_folder_is_no_edit() throws IOException {
        Dialogs dialogs = dialogs();
        Files.delete(files.resolve("hello.yaml"));
        Files.delete(files.resolve("hello.texts.yaml"));
        assertThat(dialogs.reload().outcome()).isEqualTo(Outcome.REFUSED);
        Files.delete(files);
        assertThat(dialogs.reload().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(words(dialogs.current())).contains("Hello");
    }

    @Test
    void a_server_does_not_start_on_a_fault() throws IOException {
        write(FLOW.replace("flow", "flaw"), "Hello");
        assertThatThrownBy(this::dialogs).hasMessageContaining("hello.yaml:2");
    }

    @Test
    void versions_that_nobody_goes_by_are_dropped_but_for_the_latest() {
        DialogReleases releases = releases();
        byte[] large = new byte[1_200_000];
        large[1_100_000] = 7;
        for (int i = 0; i < 4; i++) {
            releases.keep("v" + i, large, NOW.plusSeconds(i));
            releases.keep("v" + i, large, NOW.plusSeconds(i));
        }
        open("c1", "bot", "v0");
        open("c2", "closed", "v1");
        assertThat(releases.dropUnused(1)).isEqualTo(2);
        assertThat(releases.find("v0")).hasValue(large);
        assertThat(releases.find("v1")).isEmpty();
        assertThat(releases.find("v2")).isEmpty();
        assertThat(releases.find("v3")).hasValue(large);
    }

    private void open(String conv, String owner, String version) {
        database.jdbi()
                .useHandle(h -> h.execute(
                        "insert into conversation (id, stream, customer, channel, head, owner, ownership, last_customer,"
                                + " answered, attempts, priority, created_at, changed_at, dialogs)"
                                + " values (?, 's', 'ann', 'web', 1, ?, 1, 0, 0, 0, 0, 0, 0, ?)",
                        conv,
                        owner,
                        version));
    }
}
