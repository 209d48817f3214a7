package io.attune.integration.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.attune.customer.Field;
import io.attune.customer.Origin;
import io.attune.integration.GivenProfile;
import io.attune.message.Ids;
import io.attune.problem.Fault;
import io.attune.problem.JsonFaults;
import io.attune.problem.ProblemException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A row of the table, read as the API reads the body of {@code PUT /api/v1/customers/{id}}. An empty cell says nothing. */
final class CustomerRow {
    private static final String ID = "id";
    private static final String CIRCUMSTANCE = "circumstances.";
    private static final String CLAIMED = "identity.";
    private static final String VERIFIED = "verified.";
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");
    private static final Set<String> TEXTS = Arrays.stream(Field.values())
            .map(Field::title)
            .filter(name -> !Set.of("tenureMonths", "churn", "vulnerable").contains(name))
            .collect(Collectors.toSet());

    private CustomerRow() {}

    /** A row that is right. */
    record Read(String id, GivenProfile profile) {}

    /** What is wrong with the first line; empty when nothing is. */
    static List<Fault> faults(List<String> header) {
        var known = Arrays.stream(Field.values()).map(Field::title).collect(Collectors.joining(", "));
        var unknown = header.stream()
                .filter(name -> !name.equals(ID)
                        && Field.named(name).isEmpty()
                        && !List.of(CIRCUMSTANCE, CLAIMED, VERIFIED).stream()
                                .anyMatch(prefix -> name.startsWith(prefix) && name.length() > prefix.length()))
                .map(name -> new Fault(
                        name.isBlank() ? "a column" : name,
                        "is no column that is known; known are id, " + known
                                + ", circumstances.NAME, identity.CHANNEL, verified.CHANNEL"))
                .toList();
        if (header.stream().distinct().count() < header.size()) {
            return List.of(new Fault("columns", "one stands there twice"));
        }
        return header.contains(ID) || !unknown.isEmpty() ? unknown : List.of(new Fault(ID, "this column is required"));
    }

    /** @throws ProblemException with everything that is wrong with the row */
    static Read read(ObjectMapper json, NamedCsvRecord row, Origin origin) {
        if (row.getFieldCount() != row.getHeader().size()) {
            throw ProblemException.badRequest(
                    "row",
                    "has " + row.getFieldCount() + " cells where the first line has "
                            + row.getHeader().size());
        }
        String id = row.getField(ID).strip();
        if (!Ids.isId(id)) {
            throw ProblemException.badRequest(ID, "must be 1 to 64 of A-Za-z0-9_.:-");
        }
        try {
            return new Read(id, GivenProfile.read(json, body(json, row), origin));
        } catch (JsonProcessingException e) {
            Fault fault = new JsonFaults(json).fault(e);
            throw ProblemException.badRequest(fault.at(), fault.detail());
        }
    }

    private static ObjectNode body(ObjectMapper json, NamedCsvRecord row) {
        ObjectNode body = json.createObjectNode();
        for (String name : row.getHeader()) {
            String cell = row.getField(name).strip();
            if (cell.isEmpty() || name.equals(ID)) {
                continue;
            }
            if (name.startsWith(CIRCUMSTANCE)) {
                body.withObjectProperty("circumstances").set(name.substring(CIRCUMSTANCE.length()), plain(cell));
            } else if (name.startsWith(CLAIMED)) {
                identity(body, name.substring(CLAIMED.length()), cell, false);
            } else if (name.startsWith(VERIFIED)) {
                identity(body, name.substring(VERIFIED.length()), cell, true);
            } else {
                body.set(name, TEXTS.contains(name) ? TextNode.valueOf(cell) : plain(cell));
            }
        }
        return body;
    }

    private static void identity(ObjectNode body, String channel, String value, boolean verified) {
        body.withArrayProperty("identities")
                .addObject()
                .put("channel", channel)
                .put("value", value)
                .put("verified", verified);
    }

    private static JsonNode plain(String cell) {
        if (cell.equals("true") || cell.equals("false")) {
            return BooleanNode.valueOf(cell.equals("true"));
        }
        if (WHOLE.matcher(cell).matches()) {
            return IntNode.valueOf(Integer.parseInt(cell));
        }
        return NUMBER.matcher(cell).matches() ? DecimalNode.valueOf(new BigDecimal(cell)) : TextNode.valueOf(cell);
    }
}
