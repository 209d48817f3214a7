package io.attune.handoff.store;

import io.attune.handoff.Case.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Columns that may be empty. */
final class Rows {
    private Rows() {}

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    static @Nullable Outcome outcome(@Nullable String code) {
        return code == null ? null : Outcome.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
