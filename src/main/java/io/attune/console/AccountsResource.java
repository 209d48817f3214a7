package io.attune.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.attune.access.Accounts;
import io.attune.handoff.AgentProfile;
import io.attune.handoff.Staff;
import io.attune.message.Ids;
import io.attune.message.Language;
import io.attune.problem.Faults;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operators' accounts, for administrators. */
@Path("/api/v1/admin/accounts")
@RolesAllowed("admin")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class AccountsResource {
    private static final int LONGEST_TEAM = 64;
    private static final int MOST = 50;

    private final Accounts accounts;
    private final Staff staff;
    private final Me me;

    AccountsResource(Accounts accounts, Staff staff, Me me) {
        this.accounts = accounts;
        this.staff = staff;
        this.me = me;
    }

    record Body(
            @Nullable String name,
            @Nullable String role,
            @Nullable String password,
            @Nullable Boolean disabled,
            @Nullable String team,
            @Nullable List<String> skills,
            @Nullable List<String> languages) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String user,
            String name,
            String role,
            @Nullable String team,
            List<String> skills,
            List<String> languages,
            boolean disabled,
            String source,
            boolean changeable) {}

    record Page(List<View> items) {}

    @GET
    @Consumes(MediaType.WILDCARD)
    public Page list() {
        Map<String, AgentProfile> profiles = staff.profiles();
        return new Page(accounts.all().stream()
                .map(account -> view(account, profiles.getOrDefault(account.user(), AgentProfile.of(account.user()))))
                .toList());
    }

    private static View view(Accounts.Listed account, AgentProfile profile) {
        return new View(
                account.user(),
                account.name(),
                account.role(),
                profile.team(),
                profile.skills(),
                profile.languages(),
                account.disabled(),
                account.source(),
                account.changeable());
    }

    @PUT
    @Path("{user}")
    public View put(@PathParam("user") String user, Body body) {
        check(body);
        Accounts.Listed now = accounts.put(
                user, new Accounts.Change(body.name(), body.role(), body.password(), body.disabled()), me.id());
        AgentProfile before = staff.profile(user);
        AgentProfile profile = new AgentProfile(
                user,
                body.team() == null
                        ? before.team()
                        : body.team().isBlank() ? null : body.team().strip(),
                body.skills() == null ? before.skills() : body.skills(),
                body.languages() == null ? before.languages() : body.languages());
        staff.put(profile);
        if (now.disabled()) {
            staff.disable(user);
        }
        return view(now, profile);
    }

    private static void check(Body body) {
        var faults = new Faults()
                .need(body.team() == null || body.team().length() <= LONGEST_TEAM, "team", "at most 64 characters")
                .need(body.team() == null || !body.team().contains(":"), "team", "must not contain a colon");
        List<String> skills = body.skills() == null ? List.of() : body.skills();
        faults.need(
                skills.size() <= MOST && skills.stream().allMatch(id -> Ids.isId(String.valueOf(id))),
                "skills",
                "must be at most 50 ids");
        List<String> known =
                Arrays.stream(Language.values()).map(Language::code).toList();
        faults.need(
                body.languages() == null || known.containsAll(body.languages()),
                "languages",
                "must be of " + String.join(", ", known));
        faults.refuseIfAny();
    }

    @DELETE
    @Path("{user}")
    @Consumes(MediaType.WILDCARD)
    public void remove(@PathParam("user") String user) {
        accounts.remove(user, me.id());
        staff.disable(user);
    }
}
