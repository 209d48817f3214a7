package io.attune.channel.web;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import java.util.List;

/** What the server's sockets can do, set where the framework has no setting of its own. */
@Singleton
class HttpOptions implements HttpServerOptionsCustomizer {
    /** The largest frame, and the largest message in several frames, bytes. */
    static final int MAX_FRAME = 65_536;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setWebSocketSubProtocols(List.of("care.v1", "agent.v1"))
                .setMaxWebSocketFrameSize(MAX_FRAME)
                .setMaxWebSocketMessageSize(MAX_FRAME)
                // A compressor costs some 300 kB a connection and saves little on short texts.
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false);
    }
}
