package dev.kindred.cli;

import dev.kindred.model.ErasureReceipt;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The receipts of all partitions. In each, every receipt has the digest of the one before, from the first on. With at least
 * once, a crash can write a receipt twice at its place; the next one follows either.
 */
final class ReceiptChain {

    private final Map<String, ErasureReceipt> byRequest = new HashMap<>();
    private final Map<Integer, TreeMap<Long, Set<ErasureReceipt>>> byPlace = new TreeMap<>();

    void add(ErasureReceipt receipt) {
        byRequest.put(receipt.requestId(), receipt);
        byPlace.computeIfAbsent(receipt.link().partition(), partition -> new TreeMap<>())
                .computeIfAbsent(receipt.link().sequence(), sequence -> new HashSet<>())
                .add(receipt);
    }

    /** The receipt of a request. */
    Optional<ErasureReceipt> find(String requestId) {
        return Optional.ofNullable(byRequest.get(requestId));
    }

    /** The number of requests. */
    int size() {
        return byRequest.size();
    }

    /** The first break, as a sentence. */
    Optional<String> problem() {
        for (Map.Entry<Integer, TreeMap<Long, Set<ErasureReceipt>>> partition : byPlace.entrySet()) {
            Set<String> before =
                    Set.of(ErasureReceipt.Link.first(partition.getKey()).previous());
            for (long sequence = 1; sequence <= partition.getValue().lastKey(); sequence++) {
                Set<ErasureReceipt> here = partition.getValue().getOrDefault(sequence, Set.of());
                if (here.isEmpty()) {
                    return problem("lacks", sequence, partition.getKey());
                }
                Set<String> links = before;
                if (here.stream()
                        .anyMatch(receipt -> !links.contains(receipt.link().previous()))) {
                    return problem("does not follow from the one before at", sequence, partition.getKey());
                }
                before = new TreeSet<>(here.stream().map(ErasureReceipt::digest).toList());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> problem(String what, long sequence, int partition) {
        return Optional.of("the chain of receipts " + what + " receipt " + sequence + " of partition " + partition);
    }
}
