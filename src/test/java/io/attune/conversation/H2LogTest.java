package io.attune.conversation;

import io.attune.database.Address;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2LogTest extends LogSuite {
    @TempDir
    static Path folder;

    @Override
    Address address() {
        return Address.embedded(folder);
    }
}
