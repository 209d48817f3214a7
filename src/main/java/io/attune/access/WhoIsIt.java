package io.attune.access;

import io.attune.access.PresentedSecret.Scheme;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** From a secret to who holds it: a visitor, an operator's session, or a signed identity. */
@Singleton
class WhoIsIt implements IdentityProvider<PresentedSecret> {
    private final Visitors visitors;
    private final Operators operators;
    private final Identities identities;

    WhoIsIt(Visitors visitors, Operators operators, Identities identities) {
        this.visitors = visitors;
        this.operators = operators;
        this.identities = identities;
    }

    @Override
    public Class<PresentedSecret> getRequestType() {
        return PresentedSecret.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(PresentedSecret presented, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(presented));
    }

    private SecurityIdentity identity(PresentedSecret presented) {
        String secret = presented.secret();
        if (presented.scheme() == Scheme.VISITOR) {
            return visitors.find(secret).map(WhoIsIt::customer).orElseThrow(WhoIsIt::nobody);
        }
        // A JWT has dots, a session's token has none.
        if (secret.indexOf('.') >= 0) {
            return identities
                    .verify(secret)
                    .map(Caller::of)
                    .map(WhoIsIt::customer)
                    .orElseThrow(WhoIsIt::nobody);
        }
        return operators.ofToken(secret).map(WhoIsIt::operator).orElseThrow(WhoIsIt::nobody);
    }

    private static SecurityIdentity customer(Caller caller) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(caller::customer)
                .addRole(Roles.CUSTOMER)
                .addAttribute(Current.CALLER, caller)
                .build();
    }

    private static SecurityIdentity operator(Operators.Operator operator) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(operator::username)
                .addRole(operator.role())
                .addAttribute(Current.OPERATOR, operator)
                .addAttribute("name", operator.name())
                .build();
    }

    private static AuthenticationFailedException nobody() {
        return new AuthenticationFailedException("unknown or expired");
    }
}
