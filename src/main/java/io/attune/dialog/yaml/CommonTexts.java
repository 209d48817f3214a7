package io.attune.dialog.yaml;

import io.attune.dialog.FaultKind;
import io.attune.dialog.Texts;
import io.attune.dialog.Wording;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Texts that several dialogs use, written once, under {@code common:} in a file that belongs to all dialogs. */
final class CommonTexts {
    private static final String PREFIX = "common.";
    private final Map<String, Wording> texts = new HashMap<>();
    private final Map<String, Runnable> complaints = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    static boolean isCommon(String key) {
        return key.startsWith(PREFIX);
    }

    void add(String key, Wording wording, int line, Faults faults) {
        String plain = key.substring(PREFIX.length());
        texts.put(plain, wording);
        complaints.put(
                plain,
                () -> faults.add(
                        line,
                        FaultKind.UNUSED_TEXT,
                        "the common text '" + plain + "' is used by no dialog; remove it"));
    }

    /** A dialog's own texts, and the common ones for everything it has none of its own for. */
    Texts with(Map<String, Wording> own) {
        var all = new HashMap<>(texts);
        all.putAll(own);
        return new Texts(all);
    }

    /** Whether there is a common text for what a dialog wants; if so it counts as used. */
    boolean serves(String key) {
        boolean serves = texts.containsKey(key);
        if (serves) {
            used.add(key);
        }
        return serves;
    }

    void reportUnused() {
        complaints.forEach((key, complaint) -> {
            if (!used.contains(key)) {
                complaint.run();
            }
        });
    }
}
