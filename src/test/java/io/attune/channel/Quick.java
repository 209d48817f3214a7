package io.attune.channel;

import java.time.Duration;

/** Settings that a test need not wait for. */
public class Quick implements ChannelConfig {
    @Override
    public Duration firstRetry() {
        return Duration.ofMillis(50);
    }

    @Override
    public Duration longestRetry() {
        return Duration.ofMillis(200);
    }

    @Override
    public int attempts() {
        return 5;
    }

    @Override
    public Duration settle() {
        return Duration.ofMillis(300);
    }

    @Override
    public Duration lease() {
        return Duration.ofMillis(800);
    }

    @Override
    public Duration lookForDue() {
        return Duration.ofMillis(200);
    }

    @Override
    public Duration keepHeld() {
        return Duration.ofDays(7);
    }

    @Override
    public Duration remember() {
        return Duration.ofDays(30);
    }
}
