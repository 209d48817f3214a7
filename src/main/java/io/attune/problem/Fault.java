package io.attune.problem;

/**
 * One thing that is wrong with a request.
 *
 * @param at where: a path into the body such as {@code identities[0].channel}, or a header or parameter by name
 * @param detail what is wrong with it and what would be right; never repeats the value
 */
public record Fault(String at, String detail) {}
