package io.attune.console;

import io.attune.access.Current;
import io.attune.access.Operators.Operator;
import io.attune.conversation.Sender;
import jakarta.enterprise.context.RequestScoped;

/** The agent who is calling. */
@RequestScoped
class Me {
    private final Current current;

    Me(Current current) {
        this.current = current;
    }

    String id() {
        return operator().username();
    }

    String role() {
        return operator().role();
    }

    Sender sender() {
        return Sender.agent(operator().username(), operator().name());
    }

    private Operator operator() {
        return current.operator();
    }
}
