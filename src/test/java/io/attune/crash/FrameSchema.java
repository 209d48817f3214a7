package io.attune.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;

/** The published schema of {@code care.v1}, one side of it at a time. */
final class FrameSchema {
    private static final String ID = "https://attune.example/schema/care.v1.json";
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder ->
                    builder.schemaMappers(mappers -> mappers.mapPrefix(ID, "classpath:protocol/care.v1.schema.json")));
    private static final FrameSchema SERVER = new FrameSchema("server");
    private static final FrameSchema CLIENT = new FrameSchema("client");

    private final JsonSchema schema;

    private FrameSchema(String side) {
        var config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        this.schema = FACTORY.getSchema(SchemaLocation.of(ID + "#/$defs/" + side), config);
    }

    /** What the schema has against a frame of the server; empty for a good one. */
    static List<String> faultsOfServer(JsonNode frame) {
        return SERVER.faults(frame);
    }

    /** What the schema has against a frame of the client; empty for a good one. */
    static List<String> faultsOfClient(JsonNode frame) {
        return CLIENT.faults(frame);
    }

    private List<String> faults(JsonNode frame) {
        return schema.validate(frame).stream()
                .map(ValidationMessage::getMessage)
                .map(message -> frame.path("t").asText() + ": " + message)
                .toList();
    }
}
