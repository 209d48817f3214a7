package io.attune.database;

import java.nio.file.Path;

/**
 * Where a database is and who we are to it.
 *
 * @param shared whether several nodes can use it at once
 */
public record Address(String url, String driver, String user, String password, boolean shared) {
    /** Without it H2 acknowledges a commit up to half a second before the write: a killed process would lose it. */
    private static final String DURABLE = ";WRITE_DELAY=0";

    /** The embedded database in a folder: one process, nothing else to run. */
    public static Address embedded(Path folder) {
        return new Address(
                "jdbc:h2:file:" + folder.toAbsolutePath().resolve("attune") + ";DB_CLOSE_ON_EXIT=FALSE" + DURABLE,
                "org.h2.Driver",
                "attune",
                "",
                false);
    }

    /** @throws IllegalArgumentException when {@code url} is of no database that Attune knows */
    public static Address of(String url, String user, String password) {
        if (url.startsWith("jdbc:postgresql:")) {
            return new Address(url, "org.postgresql.Driver", user, password, true);
        }
        if (url.startsWith("jdbc:h2:")) {
            String durable = url.toUpperCase(java.util.Locale.ROOT).contains("WRITE_DELAY") ? url : url + DURABLE;
            return new Address(durable, "org.h2.Driver", user, password, false);
        }
        throw new IllegalArgumentException(
                "attune.db.url (ATTUNE_DB_URL) must start with jdbc:postgresql: or jdbc:h2:, not \""
                        + url.replaceAll("[?;].*", "…") + "\"");
    }

    /** For messages: the address without its parameters, which may hold a password. */
    public String withoutSecrets() {
        return url.replaceAll("[?;].*", "").replaceAll("//[^/@]*@", "//");
    }
}
