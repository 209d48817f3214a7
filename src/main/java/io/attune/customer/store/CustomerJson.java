package io.attune.customer.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.attune.customer.Dossier;

/** Dossiers and settings as they stand in the database. Fields that a newer version wrote are passed over. */
final class CustomerJson {
    private final ObjectReader dossiers;
    private final ObjectReader settings;
    private final ObjectWriter writer;
    private final String emptyDossier;
    private final String emptySettings;

    CustomerJson(ObjectMapper json) {
        dossiers = json.readerFor(Dossier.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        settings = json.readerFor(KeptSettings.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        writer = json.writer();
        emptyDossier = write(Dossier.EMPTY);
        emptySettings = write(KeptSettings.NONE);
    }

    Dossier dossier(String text) {
        return text.equals(emptyDossier) ? Dossier.EMPTY : read(dossiers, text);
    }

    KeptSettings settings(String text) {
        return text.equals(emptySettings) ? KeptSettings.NONE : read(settings, text);
    }

    private static <T> T read(ObjectReader reader, String text) {
        try {
            return reader.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a customer's row is damaged", e);
        }
    }

    String write(Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a " + value.getClass().getSimpleName(), e);
        }
    }
}
