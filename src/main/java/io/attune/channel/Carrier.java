package io.attune.channel;

/**
 * Brings messages to customers on one channel: the outward port, for a channel that has to go to the customer. One that
 * the customer's client comes to (a socket, polling) reads the log itself and needs only {@link Ladder}.
 */
public interface Carrier {
    /** Its name, such as {@code whatsapp}: at most 20 of {@code a-z}. Marks the letters and cursors that are its own. */
    String channel();

    Shows shows();

    /**
     * Delivers one piece. Called with no other letter of the same route under way, in the order of the log, again and again
     * until it is settled; each time with the same {@link Letter#id()}, which goes to the provider so that a letter whose
     * fate is unknown can be recognised. May block. Throwing counts as {@link Delivery.Unknown}.
     */
    Delivery deliver(Letter letter, Piece piece);
}
