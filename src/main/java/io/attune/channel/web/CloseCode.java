package io.attune.channel.web;

/** Why a socket is closed, as in the contract. */
enum CloseCode {
    RESTART(1001, "restart"),
    TOO_BIG(1009, "too_big"),
    FAULT(1011, "fault"),
    TRY_LATER(1013, "try_later"),
    BAD_FRAME(4400, "bad_frame"),
    NO_TICKET(4401, "no_ticket"),
    ORIGIN(4403, "origin"),
    NO_CONVERSATION(4404, "no_conversation"),
    REPLACED(4409, "replaced"),
    RATE(4429, "rate_limited");

    final short code;
    final String reason;

    CloseCode(int code, String reason) {
        this.code = (short) code;
        this.reason = reason;
    }
}
