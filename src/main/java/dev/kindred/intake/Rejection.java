package dev.kindred.intake;

/**
 * The reason for which a record is rejected.
 *
 * @param reason the reason for machines
 * @param detail the reason for people: the field, the rule, and the cure; without the value of an id, which may be
 *     personal data
 */
public record Rejection(RejectionReason reason, String detail) {}
