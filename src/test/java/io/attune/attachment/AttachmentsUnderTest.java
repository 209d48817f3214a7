package io.attune.attachment;

import io.attune.attachment.store.AttachmentStore;
import io.attune.database.Database;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** The real store of files without a container. */
public final class AttachmentsUnderTest {
    private AttachmentsUnderTest() {}

    public static Attachments of(Database database, long largest) {
        return new Attachments(new AttachmentStore(database), limits(largest), Clock.systemUTC());
    }

    public static AttachmentConfig limits(long largest) {
        return new AttachmentConfig() {
            @Override
            public MemorySize largest() {
                return new MemorySize(BigInteger.valueOf(largest));
            }

            @Override
            public int most() {
                return 20;
            }

            @Override
            public Duration per() {
                return Duration.ofHours(1);
            }

            @Override
            public Set<String> types() {
                return Set.of("image/png", "image/jpeg", "audio/ogg", "application/pdf");
            }
        };
    }
}
