package io.attune.console;

import io.attune.conversation.Conversation;
import io.attune.conversation.ConversationLog;
import io.attune.customer.Customers;
import io.attune.customer.Profile;
import io.attune.decision.memory.Goal;
import io.attune.handoff.Agents;
import io.attune.handoff.Canned;
import io.attune.handoff.Catalogue;
import io.attune.handoff.HandoffConfig;
import io.attune.problem.ProblemException;
import io.attune.turn.TurnJson;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills a canned reply for a conversation. */
@Path("/api/v1/agent/conversations/{conv}/canned")
@RolesAllowed({"agent", "supervisor"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class CannedResource {
    private static final DateTimeFormatter CLOCK_TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final ConversationLog log;
    private final Customers customers;
    private final Catalogue catalogue;
    private final Agents agents;
    private final TurnJson json;
    private final HandoffConfig config;
    private final Clock clock;
    private final Me me;

    CannedResource(
            ConversationLog log,
            Customers customers,
            Catalogue catalogue,
            Agents agents,
            TurnJson json,
            HandoffConfig config,
            Clock clock,
            Me me) {
        this.log = log;
        this.customers = customers;
        this.catalogue = catalogue;
        this.agents = agents;
        this.json = json;
        this.config = config;
        this.clock = clock;
        this.me = me;
    }

    @POST
    public CannedText.Filled fill(@PathParam("conv") String conv, Requests.FillCanned body) {
        String id = Check.text("id", body.id(), 64);
        Conversation state = log.load(conv).orElseThrow(() -> ProblemException.notFound("no conversation " + conv));
        Canned canned = catalogue.canned(id).orElseThrow(() -> ProblemException.notFound("no canned reply " + id));
        return CannedText.fill(canned.text(), values(state));
    }

    private Map<String, String> values(Conversation state) {
        Profile profile =
                customers.serve(state.header().customer(), clock.instant()).profile();
        Goal goal = json.memory(state.memory()).goal();
        var values = new HashMap<String, String>();
        put(values, "customer.name", profile.nickname() == null ? profile.name() : profile.nickname());
        put(values, "customer.plan", profile.plan());
        put(values, "agent.name", me.sender().name());
        put(values, "goal", goal == null ? null : goal.text());
        put(values, "brand", config.brand().orElse(null));
        put(values, "local.time", localTime(profile.tz()));
        put(values, "wait.minutes", String.valueOf((agents.load().expectedWait().toSeconds() + 59) / 60));
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(name, value);
        }
    }

    private @Nullable String localTime(@Nullable String zone) {
        try {
            return zone == null ? null : CLOCK_TIME.format(clock.instant().atZone(ZoneId.of(zone)));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
