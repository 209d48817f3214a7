package io.attune.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;

/** The folder for everything that is kept on disk. {@code ATTUNE_DATA} moves it. */
@ConfigMapping(prefix = "attune.data")
public interface DataFolder {
    /** The folder; made when it is missing. */
    @WithParentName
    @WithDefault("data")
    Path path();
}
