package io.attune.audit;

import io.attune.audit.store.AuditStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The audit: adds lines, finds them, and checks that none was changed, left out or put in between. */
public final class Audit {
    private static final String START = "0".repeat(64);
    private static final int AT_ONCE = 5000;

    private final AuditStore store;
    private final AuditKey key;

    private Audit(AuditStore store, AuditKey key) {
        this.store = store;
        this.key = key;
    }

    /**
     * @param configured the key, if the settings name one
     * @param fresh a new random one, kept from the first time on where none is configured
     */
    public static Audit open(AuditStore store, Optional<String> configured, String fresh) {
        String kept = store.start(START, fresh);
        return new Audit(store, new AuditKey(configured.orElse(kept)));
    }

    /** Who acts. */
    public record Actor(String name, String role) {}

    public Actor customer(String id) {
        return new Actor(key.pseudonym(id), "customer");
    }

    /** @param customer whom it concerns; empty for nobody */
    public AuditLine add(Actor actor, String action, String customer, Instant at) {
        String subject = customer.isEmpty() ? "" : key.pseudonym(customer);
        return store.add((seq, before) -> {
            var line = new AuditLine(seq, at, actor.name(), actor.role(), action, subject, "");
            return new AuditLine(seq, at, actor.name(), actor.role(), action, subject, key.hash(line.content(before)));
        });
    }

    /** What concerned a customer, newest first. */
    public List<AuditLine> of(String customer, int limit) {
        return store.of(key.pseudonym(customer), limit);
    }

    public List<AuditLine> newest(int limit) {
        return store.newest(limit);
    }

    /**
     * @param lines how many there are
     * @param head the last hash: kept elsewhere, it tells later whether lines were cut off at the end
     * @param brokenAt the first line that is not as it was written; 0 when all are
     */
    public record Check(long lines, String head, long brokenAt) {
        public boolean isWhole() {
            return brokenAt == 0;
        }
    }

    /** Reads every line. */
    public Check verify() {
        String before = START;
        long seq = 0;
        while (true) {
            List<AuditLine> lines = store.after(seq, AT_ONCE);
            for (AuditLine line : lines) {
                if (line.seq() != seq + 1 || !key.hash(line.content(before)).equals(line.hash())) {
                    return new Check(seq, before, seq + 1);
                }
                before = line.hash();
                seq = line.seq();
            }
            if (lines.size() < AT_ONCE) {
                boolean isCut = !store.isHead(seq, before);
                return new Check(seq, before, isCut ? seq + 1 : 0);
            }
        }
    }
}
