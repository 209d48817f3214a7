package io.attune.customer;

/**
 * What another room keeps of customers. Each such room provides one, so that a customer who asks for everything gets
 * everything, and one who asks to be forgotten is forgotten everywhere.
 */
public interface KeptElsewhere {
    /** Its name in the export, such as {@code conversations}. */
    String section();

    /** Everything kept of the customer, fit for JSON. */
    Object export(String customer);

    /** The customer has decided on a consent: what is kept for a purpose that is granted no more, goes. */
    default void consentsChanged(String customer, Consents now) {}

    /** Forgets the customer. May be asked again when a later room failed. */
    void erase(String customer);
}
