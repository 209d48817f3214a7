package io.attune.access.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sign-in by another server, with a stand-in that is as strict as a real one. */
@QuarkusTest
@TestProfile(OidcTest.WithServer.class)
class OidcTest {
    private static final IdentityServer SERVER = new IdentityServer();

    public static class WithServer implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "attune.db.url", "jdbc:h2:mem:oidc;DB_CLOSE_DELAY=-1",
                    "attune.oidc.issuer", SERVER.issuer(),
                    "attune.oidc.client-id", IdentityServer.CLIENT,
                    "attune.oidc.client-secret", IdentityServer.SECRET,
                    "attune.oidc.public-address", "http://127.0.0.1:9",
                    "attune.oidc.roles-claim", "realm_access.roles",
                    "attune.oidc.roles.care-agents", "agent",
                    "attune.oidc.roles.care-leads", "supervisor",
                    "attune.access.passwords", "false");
        }
    }

    /** What the browser has after the redirects: the cookie, and where it was sent. */
    private record Browser(String cookie, String callback) {}

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void usual() {
        SERVER.user = "ines";
        SERVER.roles = List.of("care-agents", "something-else");
        SERVER.spoil = claims -> {};
    }

    private static Browser goThere() {
        Response begun = given().redirects().follow(false).get("/api/v1/sessions/oidc");
        begun.then().statusCode(303);
        assertThat(begun.getHeader("Set-Cookie"))
                .contains("HttpOnly")
                .containsIgnoringCase("SameSite=Lax")
                .contains("Path=/api/v1/sessions/oidc");
        Response there =
                given().redirects().follow(false).urlEncodingEnabled(false).get(begun.getHeader("Location"));
        there.then().statusCode(302);
        String back = there.getHeader("Location");
        assertThat(back).startsWith("http://127.0.0.1:9/api/v1/sessions/oidc/callback?");
        return new Browser(begun.getCookie("attune-sign-in"), back.substring("http://127.0.0.1:9".length()));
    }

    private static String comeBack(Browser browser) {
        return given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .cookie("attune-sign-in", browser.cookie())
                .get(browser.callback())
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
    }

    private static String fragment(String location, String name) {
        int at = location.indexOf("/console#" + name + "=");
        assertThat(at).as(location).isNotNegative();
        return location.substring(at + ("/console#" + name + "=").length());
    }

    private static Response exchange(String code) {
        return given().contentType("application/json")
                .body(Map.of("code", code))
                .post("/api/v1/sessions/exchange");
    }

    @Test
    void who_is_signed_in_there_gets_a_session_with_the_role_here() {
        String code = fragment(comeBack(goThere()), "code");
        String token = exchange(code)
                .then()
                .statusCode(200)
                .body("role", equalTo("agent"))
                .extract()
                .path("token");
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/agent/me")
                .then()
                .statusCode(200)
                .body("user", equalTo("ines"))
                .body("name", equalTo("Inés Ruiz"));
        exchange(code).then().statusCode(401);
        given().header("Authorization", "Bearer " + token)
                .delete("/api/v1/sessions")
                .then()
                .statusCode(204);
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/agent/me")
                .then()
                .statusCode(401);
    }

    @Test
    void the_highest_role_counts_and_a_changed_one_holds_from_the_next_sign_in() {
        SERVER.user = "rosa";
        exchange(fragment(comeBack(goThere()), "code")).then().body("role", equalTo("agent"));
        SERVER.roles = List.of("care-agents", "care-leads");
        exchange(fragment(comeBack(goThere()), "code")).then().body("role", equalTo("supervisor"));
    }

    @Test
    void who_has_no_role_here_does_not_come_in() {
        SERVER.roles = List.of("accounting");
        assertThat(fragment(comeBack(goThere()), "error")).isEqualTo("refused");
    }

    @Test
    void the_name_of_an_account_of_ours_is_not_taken_over() {
        SERVER.user = "admin";
        assertThat(fragment(comeBack(goThere()), "error")).isEqualTo("refused");
    }

    @Test
    void an_answer_to_another_browser_is_refused_and_so_is_the_same_answer_twice() {
        Browser mine = goThere();
        assertThat(fragment(comeBack(new Browser("another", mine.callback())), "error"))
                .isEqualTo("refused");
        Browser again = goThere();
        fragment(comeBack(again), "code");
        assertThat(fragment(comeBack(again), "error")).isEqualTo("refused");
    }

    @Test
    void an_id_token_that_does_not_hold_is_refused() {
        SERVER.spoil = claims -> claims.setClaim("nonce", "another");
        assertThat(fragment(comeBack(goThere()), "error")).isEqualTo("refused");
        SERVER.spoil = claims -> claims.setAudience("another client");
        assertThat(fragment(comeBack(goThere()), "error")).isEqualTo("refused");
        SERVER.spoil = claims -> claims.setIssuer("https://elsewhere.example");
        assertThat(fragment(comeBack(goThere()), "error")).isEqualTo("refused");
        SERVER.spoil = claims -> claims.setExpirationTimeMinutesInTheFuture(-5);
        assertThat(fragment(comeBack(goThere()), "error")).isEqualTo("refused");
    }

    @Test
    void passwords_can_be_switched_off() {
        given().get("/api/v1/sessions/ways")
                .then()
                .statusCode(200)
                .body("password", equalTo(false))
                .body("oidc.start", equalTo("/api/v1/sessions/oidc"))
                .body("oidc.name", notNullValue());
        given().contentType("application/json")
                .body(Map.of("user", "agent1", "password", "demo"))
                .post("/api/v1/sessions")
                .then()
                .statusCode(403);
    }
}
