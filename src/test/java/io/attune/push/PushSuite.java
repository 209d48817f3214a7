package io.attune.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.attune.conversation.Append;
import io.attune.conversation.ConversationEvent.Message;
import io.attune.conversation.ConversationLog;
import io.attune.conversation.Guard;
import io.attune.conversation.Header;
import io.attune.conversation.LiveFeed;
import io.attune.conversation.Sender;
import io.attune.conversation.store.LogUnderTest;
import io.attune.customer.Customers;
import io.attune.customer.Preferences;
import io.attune.customer.store.StoredCustomers;
import io.attune.database.Address;
import io.attune.database.Database;
import io.attune.message.Channel;
import io.attune.message.Content;
import io.attune.push.store.PushStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An app in the background is woken: the real log, store and network, on any database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PushSuite {
    private Database database;
    private LiveFeed feed;
    private ConversationLog log;
    private PushStore store;
    private Devices devices;
    private Customers customers;
    private Hook hook;
    private PushScheduler scheduler;
    private final List<String> used = new ArrayList<>();

    abstract Address address();

    @BeforeAll
    void open() {
        database = Database.open(address(), 6);
        store = new PushStore(database);
        devices = new Devices(store, Clock.systemUTC());
        customers = new StoredCustomers(database, new ObjectMapper().registerModule(new JavaTimeModule()));
    }

    @BeforeEach
    void start() throws Exception {
        feed = new LiveFeed();
        log = LogUnderTest.open(database, feed, Clock.systemUTC());
        hook = new Hook();
        scheduler = scheduler();
    }

    @AfterEach
    void stop() throws Exception {
        scheduler.stop(new ShutdownEvent());
        used.forEach(devices::erase);
        hook.close();
        LogUnderTest.close(log);
    }

    @AfterAll
    void close() {
        database.close();
    }

    private PushScheduler scheduler() {
        PushConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(PushConfig.class)
                .withDefaultValues(Map.of(
                        "attune.push.url",
                        hook.url().toString(),
                        "attune.push.secret",
                        Hook.SECRET,
                        "attune.push.gather",
                        "300ms",
                        "attune.push.first-retry",
                        "100ms"))
                .build()
                .getConfigMapping(PushConfig.class);
        var courier = new Courier(store, log, config, new ObjectMapper(), Clock.systemUTC());
        return new PushScheduler(store, log, feed, courier, new Quiet(customers, log), config, Clock.systemUTC());
    }

    private String conversation(String customer) {
        Header start = Header.start(
                "c-" + customer,
                "s-" + customer,
                customer,
                Channel.APP,
                Clock.systemUTC().instant());
        log.open(start, null, List.of()).toCompletableFuture().join();
        return start.id();
    }

    private String customer() {
        used.add(getClass().getSimpleName() + used.size());
        return used.getLast();
    }

    private void says(String conv, Sender from, String text) {
        log.append(Append.of(conv, Guard.NONE, new Message(from, null, new Content.Text(text), null, null)))
                .toCompletableFuture()
                .join();
    }

    @Test
    void is_told_once_of_what_came_together_by_a_signed_webhook_without_the_words() throws Exception {
        String maria = customer();
        String conv = conversation(maria);
        devices.put(maria, "phone", "token-1", true);
        says(conv, Sender.agent("ana", "Ana"), "Hello Maria");
        says(conv, Sender.agent("ana", "Ana"), "Are you there?");
        scheduler.start(new StartupEvent());

        Hook.Arrived told = hook.next();
        assertThat(told.genuine()).isTrue();
        assertThat(told.body().path("conversation").asText()).isEqualTo(conv);
        assertThat(told.body().path("token").asText()).isEqualTo("token-1");
        assertThat(told.body().path("unread").asInt()).isEqualTo(2);
        assertThat(told.body().path("seq").asLong()).isEqualTo(2);
        assertThat(told.body().path("from").path("name").asText()).isEqualTo("Ana");
        assertThat(told.body().toString()).doesNotContain("Hello Maria");
        assertThat(hook.isQuiet(Duration.ofSeconds(1))).isTrue();
    }

    @Test
    void is_not_told_while_it_is_in_use_nor_of_what_its_customer_says() throws Exception {
        String tom = customer();
        String conv = conversation(tom);
        scheduler.start(new StartupEvent());
        devices.put(tom, "phone", "t", true);
        devices.put(tom, "phone", null, false);
        says(conv, Sender.BOT, "a bot's word");
        Thread.sleep(5); // the same millisecond would count as in the background
        devices.put(tom, "phone", null, true);
        says(conv, Sender.CUSTOMER, "a customer's word");
        assertThat(hook.isQuiet(Duration.ofMillis(1200))).isTrue();
    }

    @Test
    void is_tried_again_under_the_same_name_until_it_is_taken() throws Exception {
        String grace = customer();
        String conv = conversation(grace);
        scheduler.start(new StartupEvent());
        devices.put(grace, "phone", "t", true);
        hook.answers.addAll(List.of(500, 429));
        says(conv, Sender.BOT, "hello");
        String first = hook.next().delivery();
        assertThat(hook.next().delivery()).isEqualTo(first);
        assertThat(hook.next().delivery()).isEqualTo(first);
        assertThat(hook.isQuiet(Duration.ofSeconds(1))).isTrue();
    }

    @Test
    void is_told_after_a_restart_of_what_the_last_process_could_not_tell() throws Exception {
        String luis = customer();
        String conv = conversation(luis);
        devices.put(luis, "phone", "t", true);
        scheduler.start(new StartupEvent());
        hook.answers.add(503);
        says(conv, Sender.BOT, "hello");
        String told = hook.next().delivery();
        scheduler.stop(new ShutdownEvent());
        scheduler = scheduler();
        scheduler.start(new StartupEvent());
        assertThat(hook.next().delivery()).isEqualTo(told);
    }

    @Test
    void a_device_that_is_gone_is_forgotten() throws Exception {
        String anna = customer();
        String conv = conversation(anna);
        scheduler.start(new StartupEvent());
        devices.put(anna, "phone", "t", true);
        hook.answers.add(410);
        says(conv, Sender.BOT, "hello");
        hook.next();
        says(conv, Sender.BOT, "again");
        assertThat(hook.isQuiet(Duration.ofMillis(1200))).isTrue();
        assertThat(store.of(anna)).isEmpty();
    }

    /** Quiet around the clock but for a minute that is far away. */
    private void wantsQuiet(String customer) {
        LocalTime now = LocalTime.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MINUTES);
        var hours = new Preferences.QuietHours(now.minusHours(2), now.plusHours(2));
        customers.change(
                customer,
                settings -> settings.with(new Preferences(null, null, null, null, hours)),
                Clock.systemUTC().instant());
    }

    @Test
    void nobody_is_woken_in_their_quiet_hours_unless_they_have_just_written() throws Exception {
        String asleep = customer();
        String awake = customer();
        for (String who : List.of(asleep, awake)) {
            wantsQuiet(who);
            String conv = conversation(who);
            devices.put(who, "phone", "token-" + who, true);
            if (who.equals(awake)) {
                says(conv, Sender.CUSTOMER, "anybody there?");
            }
            says(conv, Sender.agent("ana", "Ana"), "Good news");
        }
        scheduler.start(new StartupEvent());
        assertThat(hook.next().body().toString()).contains("token-" + awake);
        assertThat(hook.isQuiet(Duration.ofSeconds(1))).isTrue();
    }
}
