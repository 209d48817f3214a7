package io.attune.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with a request, to say it once. Not for several threads. */
public final class Faults {
    private final List<Fault> found = new ArrayList<>();

    public Faults add(String at, String detail) {
        found.add(new Fault(at, detail));
        return this;
    }

    /** Adds the fault unless {@code right} holds. */
    public Faults need(boolean right, String at, String detail) {
        return right ? this : add(at, detail);
    }

    public List<Fault> found() {
        return List.copyOf(found);
    }

    /** @throws ProblemException 400 with all of them, when there are any */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new ProblemException(Problem.badRequest(found));
        }
    }
}
