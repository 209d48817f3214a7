package io.attune.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Something that another room writes in the same commit as a conversation's events: together or not at all. */
@FunctionalInterface
public interface InCommit {
    void write(Connection connection) throws SQLException;
}
