package io.attune.audit;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What is done here is written into the audit, before the answer goes out; nobody gets to see what could not be written down.
 * Whom it concerns is the path's {@code id} or the customer of its {@code conv}, or else the customer who calls.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Audited {
    /** The action, such as {@code customer.read}. */
    String value() default "";
}
