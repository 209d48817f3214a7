package io.attune.access.oidc;

import io.attune.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The way of a browser through the provider's sign-in: there, and back to the console. */
@Path("/api/v1/sessions/oidc")
@Blocking
class OidcResource {
    private static final Logger LOG = Logger.getLogger(OidcResource.class);
    private static final String COOKIE = "attune-sign-in";
    private static final String PATH = "/api/v1/sessions/oidc";

    private final OidcLogins logins;

    OidcResource(OidcLogins logins) {
        this.logins = logins;
    }

    @GET
    public Response begin() {
        if (!logins.isOn()) {
            throw ProblemException.notFound("no sign-in by another server is set up");
        }
        try {
            OidcLogins.Begun begun = logins.begin();
            return to(begun.address())
                    .cookie(cookie(begun.browser(), (int) OidcLogins.LIFE.toSeconds()))
                    .build();
        } catch (OidcFault e) {
            return failed("unreachable", e);
        }
    }

    @GET
    @Path("callback")
    public Response callback(
            @QueryParam("state") @Nullable String state,
            @QueryParam("code") @Nullable String code,
            @QueryParam("error") @Nullable String error,
            @CookieParam(COOKIE) @Nullable String browser) {
        if (!logins.isOn()) {
            throw ProblemException.notFound("no sign-in by another server is set up");
        }
        if (error != null || state == null || code == null || browser == null) {
            return back("error=refused");
        }
        try {
            return back("code=" + logins.finish(state, browser, code));
        } catch (OidcFault e) {
            return failed("refused", e);
        }
    }

    private Response failed(String code, OidcFault fault) {
        LOG.warnf("a sign-in by the identity server failed: %s", fault.getMessage());
        return back("error=" + code);
    }

    /** In the fragment: it is sent to no server and stands in no log. */
    private Response back(String fragment) {
        return to("/console#" + fragment).cookie(cookie("", 0)).build();
    }

    private static Response.ResponseBuilder to(String address) {
        var never = new CacheControl();
        never.setNoStore(true);
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", URI.create(address).toString())
                .cacheControl(never);
    }

    private NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path(PATH)
                .maxAge(seconds)
                .httpOnly(true)
                .secure(logins.isSecure())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
