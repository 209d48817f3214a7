package io.attune.channel.whatsapp;

import io.attune.channel.Delivery;
import java.time.Duration;

/** What the provider's error codes mean for a letter. By code: titles change, and are to go. */
final class Faults {
    /** More than 24 hours since the customer wrote. */
    static final int WINDOW = 131047;

    private static final Duration TOKEN_PAUSE = Duration.ofMinutes(1);

    private Faults() {}

    /** @param status of the response; 200 where the code came with a status webhook */
    static Delivery meaning(int code, int status) {
        return switch (code) {
            case WINDOW -> new Delivery.Held("" + code);
            // Too many: to this customer, from this number, from this account, from this app.
            case 131056, 130429, 80007, 4, 130497 -> new Delivery.NotNow("" + code, null);
            // Ours to mend: nothing is lost meanwhile, and no attempt is used up.
            case 0, 190, 10, 200, 131005, 131031, 131042 ->
                isRefusal(status) ? new Delivery.Paced(TOKEN_PAUSE) : later(code);
            // The provider is in trouble.
            case 1, 2, 131000, 131016, 133004 -> later(code);
            default -> status >= 500 ? new Delivery.Unknown("" + code) : new Delivery.Refused("" + code);
        };
    }

    /** Whether it says that our token or account is not accepted. */
    static boolean isAccount(int code, int status) {
        return isRefusal(status)
                && switch (code) {
                    case 0, 190, 10, 200, 131005, 131031, 131042 -> true;
                    default -> false;
                };
    }

    private static boolean isRefusal(int status) {
        return status >= 400 && status < 500;
    }

    private static Delivery later(int code) {
        return new Delivery.NotNow("" + code, null);
    }
}
