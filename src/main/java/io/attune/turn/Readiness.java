package io.attune.turn;

import io.attune.message.Language;
import io.attune.understanding.Understander;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Loads what thinking needs before the server takes its first customer: a fault in a file stops the start, not a turn. */
@ApplicationScoped
class Readiness {
    private final Dialogs dialogs;
    private final Understander understander;

    Readiness(Dialogs dialogs, Understander understander) {
        this.dialogs = dialogs;
        this.understander = understander;
    }

    void load(@Observes @Priority(1) StartupEvent starting) {
        dialogs.book();
        understander.understand("hello", Language.EN);
    }
}
