package dev.kindred.serde;

import dev.kindred.model.ErasureReceipt;
import dev.kindred.model.ErasureRequest;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** Maps erasure requests and receipts to and from Avro. */
final class ErasureMapping {

    private ErasureMapping() {}

    static SpecificRecord toAvro(ErasureRequest request) {
        return new dev.kindred.serde.avro.ErasureRequest(
                request.requestId(), request.userId(), request.requestedMs(), request.reason());
    }

    static ErasureRequest fromAvro(dev.kindred.serde.avro.ErasureRequest request) {
        return new ErasureRequest(
                request.getRequestId(), request.getUserId(), request.getRequestedMs(), request.getReason());
    }

    static SpecificRecord toAvro(ErasureReceipt receipt) {
        return new dev.kindred.serde.avro.ErasureReceipt(
                receipt.requestId(),
                receipt.user(),
                receipt.requestedMs(),
                receipt.erasedMs(),
                receipt.held().events(),
                receipt.held().cells(),
                receipt.held().attributes(),
                receipt.mergedInto(),
                new TreeMap<>(receipt.goneByMs()), // equal receipts have equal bytes
                receipt.link().partition(),
                receipt.link().sequence(),
                receipt.link().previous(),
                receipt.digest(),
                receipt.reason(),
                receipt.users());
    }

    /** @throws IllegalArgumentException if the digest is not that of the receipt */
    static ErasureReceipt fromAvro(dev.kindred.serde.avro.ErasureReceipt value) {
        ErasureReceipt receipt = new ErasureReceipt(
                value.getRequestId(),
                value.getUser(),
                value.getRequestedMs(),
                value.getErasedMs(),
                new ErasureReceipt.Held(value.getEvents(), value.getCells(), value.getAttributes()),
                value.getMergedInto(),
                value.getGoneByMs(),
                new ErasureReceipt.Link(value.getPartition(), value.getSequence(), value.getPrevious()),
                value.getReason(),
                value.getUsers());
        if (!receipt.digest().equals(value.getDigest())) {
            throw new IllegalArgumentException("the receipt does not have the digest of its fields");
        }
        return receipt;
    }
}
