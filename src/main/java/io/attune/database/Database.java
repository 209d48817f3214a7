package io.attune.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/**
 * The one database: an open pool with the schema brought up to date. The driver is chosen by the address when the server
 * starts, so the same build runs on H2 and on PostgreSQL ({@code docs/decisions/0001-database-at-start.md}).
 */
public final class Database implements AutoCloseable {
    private final AgroalDataSource pool;
    private final Jdbi jdbi;
    private final boolean shared;
    private final Traces traces;

    private Database(AgroalDataSource pool, boolean shared) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        this.shared = shared;
        this.traces = new Traces(this);
    }

    /**
     * Opens the database and migrates it.
     *
     * @throws IllegalArgumentException when the address is of no database that Attune knows
     * @throws IllegalStateException when it cannot be connected to; the cause says why
     */
    public static Database open(Address address, int poolSize) {
        try {
            AgroalDataSource pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(c -> c.maxSize(poolSize)
                            .initialSize(1)
                            .acquisitionTimeout(Duration.ofSeconds(20))
                            .connectionFactoryConfiguration(f -> f.jdbcUrl(address.url())
                                    .connectionProviderClassName(address.driver())
                                    .principal(new NamePrincipal(address.user()))
                                    .credential(new SimplePassword(address.password())))));
            pool.getConnection().close();
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return new Database(pool, address.shared());
        } catch (SQLException e) {
            throw new IllegalStateException("cannot open the database " + address.withoutSecrets(), e);
        }
    }

    /** For everything that is not on the hot path. */
    public Jdbi jdbi() {
        return jdbi;
    }

    /** A plain connection from the pool, for the log. Auto-commit is on. */
    public Connection connection() throws SQLException {
        return pool.getConnection();
    }

    /** Whether other nodes may write to it too. */
    public boolean shared() {
        return shared;
    }

    /** Something was erased: the bytes that it left in the files are to go too, soon and in the background. See {@link Traces}. */
    public void removeTraces() {
        traces.removeSoon();
    }

    @Override
    public void close() {
        traces.close();
        pool.close();
    }
}
