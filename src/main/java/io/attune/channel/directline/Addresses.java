package io.attune.channel.directline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.attune.access.Secrets;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;

/**
 * Addresses of streams. An address is good for one stream within a minute: clients connect at once, and it may end up in a
 * log on the way. Used ones are known per node.
 */
@Singleton
class Addresses {
    private final Tokens tokens;
    private final Secrets secrets;
    private final Optional<URI> here;
    private final Cache<String, Boolean> used = Caffeine.newBuilder()
            .expireAfterWrite(Tokens.STREAM_FOR.multipliedBy(2))
            .build();

    Addresses(Tokens tokens, Secrets secrets, DirectLineConfig config) {
        this.tokens = tokens;
        this.secrets = secrets;
        this.here = config.publicUrl().map(URI::create);
    }

    /** @param after seq after which the stream goes on */
    String of(HttpServerRequest request, Grant.OfConversation grant, long after) {
        String scheme = here.map(URI::getScheme).orElse(String.valueOf(request.scheme()));
        String authority =
                here.map(URI::getAuthority).orElseGet(() -> request.authority().toString());
        return (scheme.equals("https") ? "wss://" : "ws://") + authority + StreamRoute.path(grant.conv())
                + "?watermark=" + after + "&t=" + tokens.stream(grant, secrets.secret());
    }

    /** Takes the token of an address. Empty when it is not one, too old, or was used. */
    Optional<Grant.OfConversation> take(String token) {
        return tokens.readStream(token)
                .filter(stream -> used.asMap().putIfAbsent(stream.once(), true) == null)
                .map(Tokens.Stream::grant);
    }
}
