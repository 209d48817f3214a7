package io.attune.cli;

import io.attune.sandbox.whatsapp.Sandbox;
import io.attune.sandbox.whatsapp.Settings;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attune sandbox whatsapp}: a stand-in for the provider of a channel, with a phone to try it. */
@Command(name = "sandbox", description = "Imitates the provider of a channel, with a phone to try it: whatsapp.")
public final class SandboxCommand implements Callable<Integer> {
    @Parameters(description = "the channel: whatsapp")
    private String channel = "";

    @Option(
            names = "--port",
            defaultValue = "" + Settings.PORT,
            description = "where it listens; default: ${DEFAULT-VALUE}")
    private int port = Settings.PORT;

    @Option(
            names = "--to",
            defaultValue = "http://127.0.0.1:8080/webhooks/whatsapp",
            description = "the server's webhook; default: ${DEFAULT-VALUE}")
    private URI webhook = Settings.WEBHOOK;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (!channel.equals("whatsapp")) {
            spec.commandLine().getErr().println("no sandbox of '" + channel + "'; there is: whatsapp");
            return 1;
        }
        try (Sandbox sandbox = Sandbox.start(Settings.standard(port, webhook), Clock.systemUTC())) {
            out.println("The phone:   " + sandbox.address() + "/");
            out.println("Delivers to: " + webhook);
            out.println("A server in demo mode finds it by itself"
                    + (port == Settings.PORT ? "." : " with ATTUNE_WHATSAPP_SANDBOX=" + sandbox.address()));
            out.flush();
            new CountDownLatch(1).await();
            return 0;
        } catch (IllegalStateException e) {
            spec.commandLine().getErr().println("attune sandbox: " + e.getMessage());
            return 1;
        }
    }
}
