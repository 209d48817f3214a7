package io.attune.console;

import io.attune.conversation.Sender;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** The agent who is calling. */
@RequestScoped
class Me {
    private final SecurityIdentity identity;

    Me(SecurityIdentity identity) {
        this.identity = identity;
    }

    String id() {
        return identity.getPrincipal().getName();
    }

    Sender sender() {
        String name = identity.getAttribute("name");
        return Sender.agent(id(), name == null ? id() : name);
    }
}
