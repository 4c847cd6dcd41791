package dev.kindred.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.kindred.model.ListIdentity;
import dev.kindred.recommend.ModelSettings;
import dev.kindred.serde.RecommendationsEncoder;
import dev.kindred.similarity.Neighbors;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * What a refresh leaves to the garbage collector, which does not depend on the machine's speed. The bounds are one and a
 * half times what was measured; a buffer that is no longer reused, or a boxed number in a loop, goes beyond them.
 */
final class AllocationTest {

    private static final int SHOPPERS = 20;
    private static final int OTHERS = 4;
    private static final int WARM_UP = 300;
    private static final int REFRESHES = 300;

    private static final double BOUND = 4_600; // 3,074 were measured: the bytes of twenty items with three reasons each

    private static final RecommendationsEncoder ENCODER = new RecommendationsEncoder();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static QueryWorkload workload(int users) {
        Size size = new Size(users, 500, 50, 100);
        ModelSettings settings = size.settings(Map.of());
        SyntheticMatrix synthetic = new SyntheticMatrix(settings.matrix(), size.users(), size.items());
        for (long drawn = 0; drawn < size.drawnCells(); drawn++) {
            synthetic.applyNew();
        }
        return new QueryWorkload(synthetic, settings, SHOPPERS);
    }

    private static double bytesPerRefresh(QueryWorkload workload, Function<QueryWorkload, Neighbors> find) {
        bytes(workload, find, WARM_UP);
        return (double) bytes(workload, find, REFRESHES) / REFRESHES;
    }

    private static long bytes(QueryWorkload workload, Function<QueryWorkload, Neighbors> find, int refreshes) {
        long bytes = 0;
        for (int i = 0; i < refreshes; i++) {
            workload.next(OTHERS);
            long before = THREADS.getCurrentThreadAllocatedBytes();
            ENCODER.begin("user-1", workload.rank(find.apply(workload)), ListIdentity.NONE);
            var unused = ENCODER.end(Optional.of("event-1"), 0, 0, 0);
            bytes += THREADS.getCurrentThreadAllocatedBytes() - before;
        }
        return bytes;
    }

    @Test
    void ofAnUpdateIsThatOfTheList() {
        assertThat(bytesPerRefresh(workload(1_000), QueryWorkload::updateKept))
                .isPositive()
                .isLessThan(BOUND);
    }

    @Test
    void ofASearchFromScratchIsThatOfTheList() {
        assertThat(bytesPerRefresh(workload(1_000), QueryWorkload::fromScratch))
                .isPositive()
                .isLessThan(BOUND);
    }

    @Test
    void doesNotGrowWithTheNumberOfUsers() {
        double few = bytesPerRefresh(workload(1_000), QueryWorkload::updateKept);
        double many = bytesPerRefresh(workload(8_000), QueryWorkload::updateKept);

        assertThat(many).isLessThan(1.5 * few);
    }
}
