package io.attune.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** What an {@code Authorization} header shows. */
final class PresentedSecret extends BaseAuthenticationRequest {
    /** VISITOR: a device's secret. BEARER: an operator's session or a customer's signed identity. */
    enum Scheme {
        VISITOR,
        BEARER
    }

    private final Scheme scheme;
    private final String secret;

    PresentedSecret(Scheme scheme, String secret) {
        this.scheme = scheme;
        this.secret = secret;
    }

    Scheme scheme() {
        return scheme;
    }

    String secret() {
        return secret;
    }
}
