package io.attune.integration.csv;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.attune.customer.Customers;
import io.attune.customer.Origin;
import io.attune.customer.store.StoredCustomers;
import io.attune.database.Database;
import io.attune.database.InCommit;
import io.attune.integration.store.Together;
import io.attune.problem.Fault;
import io.attune.problem.ProblemException;
import io.attune.problem.StrictJson;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Takes customers in from a table: UTF-8, a first line with the names of the columns, cells parted by commas or semicolons. A
 * row that is right is taken in; one that is not is refused and reported, and the others go on. So a corrected file can be
 * given again as a whole.
 */
@Singleton
public class CustomerImport {
    private static final int AT_ONCE = 500;
    private static final int LONGEST_LINE = 64 * 1024;

    private final Customers customers;
    private final Together together;
    private final ObjectMapper json;

    @Inject
    CustomerImport(Customers customers, Database database, ObjectMapper json) {
        this.customers = customers;
        this.together = new Together(database);
        this.json = json;
    }

    /** One that works without a server. */
    public static CustomerImport on(Database database) {
        var json = new ObjectMapper().registerModule(new JavaTimeModule());
        new StrictJson().customize(json);
        return new CustomerImport(new StoredCustomers(database, json), database, json);
    }

    /** Hears of the import as it goes. */
    public interface Listener {
        /** @param line where the row begins, from 1 */
        void refused(long line, Fault fault);

        void progress(long taken, long refused);
    }

    /** @param taken rows that are in */
    public record Result(long taken, long refused) {}

    /**
     * @param origin of every value
     * @throws ProblemException when the file as a whole cannot be read: nothing was taken in then but rows before the place
     */
    public Result take(InputStream file, Origin origin, Listener listener) {
        var writes = new ArrayList<InCommit>();
        long taken = 0;
        long refused = 0;
        try (var reader = reader(file);
                var rows = CsvReader.builder().fieldSeparator(separator(reader)).ofNamedCsvRecord(reader)) {
            Iterator<NamedCsvRecord> all = rows.iterator();
            while (all.hasNext()) {
                NamedCsvRecord row = all.next();
                if (taken + refused == 0) {
                    needColumns(row.getHeader());
                }
                try {
                    CustomerRow.Read read = CustomerRow.read(json, row, origin);
                    writes.add(customers.tell(
                            read.id(), read.profile().given(), read.profile().identities(), origin.at()));
                    taken++;
                } catch (ProblemException e) {
                    refused++;
                    e.problem().errors().forEach(fault -> listener.refused(row.getStartingLineNumber(), fault));
                }
                if ((taken + refused) % AT_ONCE == 0) {
                    write(writes);
                    listener.progress(taken, refused);
                }
            }
        } catch (IOException | UncheckedIOException | CsvParseException | IllegalArgumentException e) {
            write(writes);
            throw ProblemException.badRequest("file", unreadable(e, taken + refused));
        }
        write(writes);
        return new Result(taken, refused);
    }

    private void write(List<InCommit> writes) {
        if (!writes.isEmpty()) {
            together.write(writes);
            writes.clear();
        }
    }

    private static void needColumns(List<String> header) {
        List<Fault> faults = CustomerRow.faults(header);
        if (!faults.isEmpty()) {
            throw new ProblemException(io.attune.problem.Problem.badRequest(faults));
        }
    }

    private static String unreadable(Exception e, long rows) {
        boolean isText = !(e instanceof CharacterCodingException || e.getCause() instanceof CharacterCodingException);
        return (isText ? "is not a table that can be read (quotes must be closed, columns named once)" : "is not UTF-8")
                + ", after " + rows + " rows";
    }

    /** Without the mark that some programs put before UTF-8; what is not UTF-8 is an error, not a question mark. */
    private static BufferedReader reader(InputStream file) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(
                file,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }

    private static char separator(BufferedReader reader) throws IOException {
        reader.mark(LONGEST_LINE);
        String names = reader.readLine();
        reader.reset();
        return names != null && names.indexOf(';') >= 0 && names.indexOf(',') < 0 ? ';' : ',';
    }
}
