package io.attune.attachment;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** Files that customers send. */
@ConfigMapping(prefix = "attune.attachments")
public interface AttachmentConfig {
    /** The largest file. Must stay below {@code quarkus.http.limits.max-body-size} (10 MB by default). */
    @WithDefault("8M")
    MemorySize largest();

    /** Files that one customer may send in {@code per}. */
    @WithDefault("20")
    int most();

    /** The time in which {@code most} files may be sent. */
    @WithDefault("24h")
    Duration per();

    /** The media types that are taken. What a file is, its bytes say; its name and what the sender claims do not count. */
    @WithDefault(
            "image/png,image/jpeg,image/gif,image/webp,image/heic,application/pdf,text/plain,audio/mpeg,audio/ogg,audio/wav,audio/mp4")
    Set<String> types();
}
