package io.attune.channel.whatsapp;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Webhooks by hand. */
final class Deliveries {
    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Deliveries() {}

    /** A text message as the provider delivers it. */
    static String text(String from, String id, String text) {
        return message("{\"from\":\"" + from + "\",\"id\":\"" + id
                + "\",\"timestamp\":\"1749416383\",\"type\":\"text\"," + "\"text\":{\"body\":\"" + text + "\"}}");
    }

    /** A delivery with this in {@code messages[]}. */
    static String message(String... messages) {
        return value(
                "\"contacts\":[{\"profile\":{\"name\":\"Sheena Nelson\"},\"wa_id\":\"16505551234\"}],\"messages\":["
                        + String.join(",", messages) + "]");
    }

    static String value(String part) {
        return "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"messages\","
                + "\"value\":{\"messaging_product\":\"whatsapp\",\"metadata\":{\"display_phone_number\":\"15550783881\","
                + "\"phone_number_id\":\"" + Lines.SANDBOX_NUMBER + "\"}," + part + "}}]}]}";
    }

    static String signature(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static HttpRequest signed(URI webhook, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(webhook)
                .header("Content-Type", "application/json")
                .header("X-Hub-Signature-256", signature(Lines.SANDBOX_SECRET, bytes))
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
    }

    static int post(URI webhook, String body) {
        return status(signed(webhook, body));
    }

    static CompletableFuture<HttpResponse<Void>> later(URI webhook, String body) {
        return HTTP.sendAsync(signed(webhook, body), BodyHandlers.discarding());
    }

    static int status(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
