package dev.kindred.intake;

/**
 * The reason for which a record is rejected.
 *
 * @param reason the reason for machines
 * @param detail the reason for people: the field, the rule, and the cure; without the value of an id, which may be
 *     personal data; text of the record is between single quotes
 */
public record Rejection(RejectionReason reason, String detail) {

    /**
     * The detail without what it quotes from the record, where ids of users may be anywhere: for logs, and wherever
     * the record itself may not be kept.
     */
    public String detailWithoutQuotes() {
        int first = detail.indexOf('\'');
        int last = detail.lastIndexOf('\'');
        return first == last ? detail : detail.substring(0, first) + "'...'" + detail.substring(last + 1);
    }
}
