package io.attune.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Without the demo there is nothing of the demo's. */
@QuarkusTest
@TestProfile(ProductionTest.Production.class)
class ProductionTest {
    @Inject
    Sites sites;

    public static class Production implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "attune.demo", "false",
                    "attune.db.url", "jdbc:h2:mem:production;DB_CLOSE_DELAY=-1",
                    "attune.access.sites.main.origins", "https://www.example.net",
                    "attune.access.sites.main.key.secret", "the secret of the main site, long enough",
                    "attune.access.accounts.ana.role", "integration",
                    "attune.access.accounts.ana.password", "a long password of Ana's");
        }
    }

    private static ValidatableResponse signIn(String user, String password) {
        return given().contentType("application/json")
                .body(Map.of("user", user, "password", password))
                .post("/api/v1/sessions")
                .then();
    }

    @Test
    void demo_accounts_do_not_exist() {
        for (String user : new String[] {"agent1", "agent2", "supervisor", "admin", "integration"}) {
            signIn(user, "demo").statusCode(401);
        }
    }

    @Test
    void the_configured_account_signs_in_and_finds_no_demo() {
        String token = signIn("ana", "a long password of Ana's")
                .statusCode(200)
                .body("role", equalTo("integration"))
                .extract()
                .path("token");
        var ana = given().contentType("application/json").header("Authorization", "Bearer " + token);
        ana.get("/api/v1/demo/lines/maria").then().statusCode(404);
        ana.body("{\"customer\":\"maria\"}")
                .post("/api/v1/demo/identities")
                .then()
                .statusCode(404);
        ana.get("/api/v1/customers/maria").then().statusCode(404);
        given().get("/api/v1/demo/customers").then().statusCode(404);
    }

    @Test
    void there_is_the_configured_site_and_no_other() {
        given().contentType("application/json")
                .header("Origin", "https://www.example.net")
                .body(Map.of("site", "main"))
                .post("/api/v1/tickets")
                .then()
                .statusCode(200);
        given().contentType("application/json")
                .body(Map.of("site", "demo"))
                .post("/api/v1/tickets")
                .then()
                .statusCode(400);
        given().contentType("application/json")
                .header("Origin", "http://localhost:8080")
                .body(Map.of("site", "main"))
                .post("/api/v1/tickets")
                .then()
                .statusCode(403);
    }
}
