package io.attune.channel.whatsapp;

import io.attune.sandbox.whatsapp.Sandbox;
import io.attune.sandbox.whatsapp.Settings;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/** A sandbox for a server that is started for a test: the server's demo mode is told where it is. */
public class SandboxResource implements QuarkusTestResourceLifecycleManager {
    private Sandbox sandbox;

    @Override
    public Map<String, String> start() {
        // The tests deliver by hand, as they know the server's port only later.
        sandbox = Sandbox.start(Settings.standard(0, URI.create("http://127.0.0.1:9/")), Clock.systemUTC());
        return Map.of("attune.whatsapp.sandbox", sandbox.address().toString());
    }

    @Override
    public void stop() {
        sandbox.close();
    }
}
