package io.attune.client;

/** The server refused, or could not be reached. */
public final class CareException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    CareException(int status, String detail, Throwable cause) {
        super(detail, cause);
        this.status = status;
    }

    /** The HTTP status; 0 when no answer came. 0, 429 and 5xx are worth another attempt, under the same key. */
    public int status() {
        return status;
    }

    public boolean isWorthAnotherAttempt() {
        return status == 0 || status == 429 || status >= 500;
    }
}
