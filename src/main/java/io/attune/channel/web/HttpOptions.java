package io.attune.channel.web;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import java.util.List;

/** What the server's sockets can do, set where the framework has no setting of its own. */
@Singleton
class HttpOptions implements HttpServerOptionsCustomizer {
    /** The largest message that is taken, in one frame or in several, bytes of UTF-8. */
    static final int MAX_MESSAGE = 65_536;
    /**
     * What is read before the socket is ended, bytes. Above {@link #MAX_MESSAGE} on purpose: to close while the client is
     * still writing resets the connection, and the client never sees the close code that says why.
     */
    static final int MAX_READ = 1_048_576;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setWebSocketSubProtocols(List.of("care.v1", "agent.v1"))
                .setMaxWebSocketFrameSize(MAX_READ)
                .setMaxWebSocketMessageSize(MAX_READ)
                // A compressor costs some 300 kB a connection and saves little on short texts.
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false);
    }
}
