package dev.kindred.intake;

/**
 * What is said of a record that cannot be accepted.
 *
 * @param reason for machines
 * @param detail for people: the field, the rule, and what to do; without the value of an id, which may be personal
 */
public record Rejection(RejectionReason reason, String detail) {}
