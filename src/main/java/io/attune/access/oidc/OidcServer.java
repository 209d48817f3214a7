package io.attune.access.oidc;

import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/** What the server says of itself in its discovery document. */
record OidcServer(String issuer, String authorization, String token, String keys) {

    /** @throws OidcFault when it is not the document of this issuer, or lacks something */
    static OidcServer read(String issuer, String json) throws OidcFault {
        try {
            Map<String, Object> document = JsonUtil.parseJson(json);
            if (!issuer.equals(document.get("issuer"))) {
                throw new OidcFault("the discovery document is of another issuer");
            }
            return new OidcServer(
                    issuer,
                    text(document, "authorization_endpoint"),
                    text(document, "token_endpoint"),
                    text(document, "jwks_uri"));
        } catch (JoseException e) {
            throw new OidcFault("the discovery document is not JSON");
        }
    }

    private static String text(Map<String, Object> document, String name) throws OidcFault {
        if (document.get(name) instanceof String text) {
            return text;
        }
        throw new OidcFault("the discovery document has no " + name);
    }
}
