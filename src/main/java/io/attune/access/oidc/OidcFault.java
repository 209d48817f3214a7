package io.attune.access.oidc;

/** A sign-in that cannot go on. The message is for the log of operators and holds nothing secret. */
final class OidcFault extends Exception {
    private static final long serialVersionUID = 1;

    OidcFault(String message) {
        super(message);
    }
}
