package io.attune.attachment;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a file as it may be shown and saved: no folder, nothing invisible, no leading dot, not too long. */
final class FileName {
    private static final int LONGEST = 100;
    // Directions are among them: they can make "gpj.exe" read as "exe.jpg".
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cf}\"<>|:*?]");

    private FileName() {}

    static String fit(@Nullable String given) {
        String name = given == null ? "" : given;
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = UNFIT.matcher(name).replaceAll("").strip();
        while (name.startsWith(".")) {
            name = name.substring(1);
        }
        if (name.length() > LONGEST) {
            int dot = name.lastIndexOf('.');
            String end = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
            name = name.substring(0, LONGEST - end.length()) + end;
        }
        return name.isEmpty() ? "file" : name;
    }
}
