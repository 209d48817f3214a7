package io.attune.sandbox.whatsapp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The latest files that the phone sent. */
final class Shelf {
    private static final int MOST = 20;

    private final Map<String, File> files = new LinkedHashMap<>();

    record File(String id, String type, byte[] bytes) {}

    synchronized File put(String type, byte[] bytes) {
        if (files.size() >= MOST) {
            files.remove(files.keySet().iterator().next());
        }
        File file = new File(UUID.randomUUID().toString(), type, bytes);
        files.put(file.id(), file);
        return file;
    }

    synchronized Optional<File> find(String id) {
        return Optional.ofNullable(files.get(id));
    }
}
