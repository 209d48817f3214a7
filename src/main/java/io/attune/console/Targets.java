package io.attune.console;

import io.attune.access.Operators;
import io.attune.handoff.Catalogue;
import io.attune.handoff.Skill;
import io.attune.handoff.Staff;
import io.attune.handoff.machine.Moves;
import io.attune.handoff.routing.Target;
import io.attune.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom a conversation may be passed on to, as it is written in a request. */
@ApplicationScoped
class Targets {
    private static final int LONGEST = 64;

    private final Operators operators;
    private final Staff staff;
    private final Catalogue catalogue;

    Targets(Operators operators, Staff staff, Catalogue catalogue) {
        this.operators = operators;
        this.staff = staff;
        this.catalogue = catalogue;
    }

    /**
     * What is written, made plain: {@code agent:ID}, {@code team:NAME}, {@code skill:ID} or {@code queue}. A bare name is
     * looked for among all of them, and means anybody when it is none; one with a kind must exist.
     */
    String read(String field, @Nullable String text) {
        String to = Check.text(field, text, LONGEST).strip();
        if (to.equals(Moves.ANYBODY)) {
            return to;
        }
        Optional<Target> named = Target.read(to);
        if (named.isPresent()) {
            if (!isKnown(named.get())) {
                throw ProblemException.badRequest(field, "there is no such " + to.substring(0, to.indexOf(':')));
            }
            return to;
        }
        for (Target.Kind kind : Target.Kind.values()) {
            Target target = new Target(kind, to);
            if (isKnown(target)) {
                return target.toString();
            }
        }
        return to;
    }

    private boolean isKnown(Target target) {
        return switch (target.kind()) {
            case AGENT -> operators.serves(target.id());
            case TEAM -> staff.teams().contains(target.id());
            case SKILL -> catalogue.skills().stream().map(Skill::id).anyMatch(target.id()::equals);
        };
    }
}
