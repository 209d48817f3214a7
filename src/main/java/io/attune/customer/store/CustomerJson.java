package io.attune.customer.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.attune.customer.Profile;
import io.attune.customer.Settings;

/** Profiles and settings as they stand in the database. Fields that a newer version wrote are passed over. */
final class CustomerJson {
    private final ObjectReader profiles;
    private final ObjectReader settings;
    private final ObjectWriter writer;
    private final String emptyProfile;
    private final String emptySettings;

    CustomerJson(ObjectMapper json) {
        profiles = json.readerFor(Profile.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        settings = json.readerFor(Settings.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        writer = json.writer();
        emptyProfile = write(Profile.EMPTY);
        emptySettings = write(Settings.NONE);
    }

    Profile profile(String text) {
        return text.equals(emptyProfile) ? Profile.EMPTY : read(profiles, text);
    }

    Settings settings(String text) {
        return text.equals(emptySettings) ? Settings.NONE : read(settings, text);
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
