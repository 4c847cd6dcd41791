package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.ErasureReceipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReceiptChainTest {

    private static ErasureReceipt receipt(String request, ErasureReceipt.Link link, long erasedMs) {
        return new ErasureReceipt(request, "", 1, erasedMs, new ErasureReceipt.Held(0, 0, false), "", Map.of(), link);
    }

    private static List<ErasureReceipt> three() {
        List<ErasureReceipt> chain = new ArrayList<>();
        chain.add(receipt("a", ErasureReceipt.Link.first(2), 5));
        chain.add(receipt("b", chain.get(0).next(), 6));
        chain.add(receipt("c", chain.get(1).next(), 7));
        return chain;
    }

    private static ReceiptChain of(List<ErasureReceipt> receipts) {
        ReceiptChain chain = new ReceiptChain();
        receipts.forEach(chain::add);
        return chain;
    }

    @Test
    void isWhole() {
        List<ErasureReceipt> receipts = three();
        receipts.add(receipts.get(0)); // of a repeated request

        ReceiptChain chain = of(receipts);

        assertThat(chain.problem()).isEmpty();
        assertThat(chain.size()).isEqualTo(3);
        assertThat(chain.find("b")).contains(receipts.get(1));
    }

    @Test
    void showsAReceiptThatIsMissing() {
        for (int missing = 0; missing < 2; missing++) {
            List<ErasureReceipt> receipts = three();
            receipts.remove(missing);

            assertThat(of(receipts).problem())
                    .contains("the chain of receipts lacks receipt " + (missing + 1) + " of partition 2");
        }
    }

    @Test
    void showsAReceiptThatWasReplaced() {
        List<ErasureReceipt> receipts = three();
        receipts.set(1, receipt("b", receipts.get(0).next(), 99));

        assertThat(of(receipts).problem())
                .contains("the chain of receipts does not follow from the one before at receipt 3 of partition 2");
    }

    /** At least once, a crash may lose the memory of a receipt that is in the topic. */
    @Test
    void takesAReceiptThatACrashRepeated() {
        List<ErasureReceipt> receipts = three();
        receipts.add(1, receipt("a", ErasureReceipt.Link.first(2), 4));

        assertThat(of(receipts).problem()).isEmpty();
    }
}
