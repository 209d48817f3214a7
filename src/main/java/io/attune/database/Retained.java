package io.attune.database;

import java.time.Instant;

/** Something that is kept for a time and then goes. Each store that has such provides one; {@link Retention} asks them daily. */
public interface Retained {
    /** For the {@code where} of what has a column {@code customer}: customers whose data is kept whatever its age. */
    String NOT_HELD = " and customer not in (select customer from restriction)";

    Kind kind();

    /** Removes what is older, in small commits. Asked again, it goes on. How many went. */
    int removeBefore(Instant before);

    /** What has a time of its own in the settings. */
    enum Kind {
        CONVERSATIONS,
        HISTORY,
        ESTIMATES,
        EVENTS,
        CANDIDATES
    }
}
