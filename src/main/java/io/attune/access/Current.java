package io.attune.access;

import io.attune.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who is making the current request. */
@RequestScoped
public class Current {
    static final String CALLER = "attune.caller";
    static final String OPERATOR = "attune.operator";

    private final SecurityIdentity identity;

    public Current(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The customer; 403 when it is somebody else. */
    public Caller caller() {
        if (identity.getAttribute(CALLER) instanceof Caller caller) {
            return caller;
        }
        throw ProblemException.forbidden("This is for customers.");
    }

    /** The customer, if it is one who calls. */
    public Optional<Caller> customer() {
        return identity.getAttribute(CALLER) instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }

    /** The agent, supervisor, administrator or system; 403 when it is somebody else. */
    public Operators.Operator operator() {
        if (identity.getAttribute(OPERATOR) instanceof Operators.Operator operator) {
            return operator;
        }
        throw ProblemException.forbidden("This is for operators.");
    }
}
