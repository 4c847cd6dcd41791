package dev.kindred.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.kindred.recommend.ModelSettings;
import dev.kindred.similarity.Neighbors;
import java.lang.management.ManagementFactory;
import java.util.Map;
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

    private static final double BOUND = 12_500; // 8,360 were measured: twenty items with three reasons each

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static Askers askers(int users) {
        Size size = new Size(users, 500, 50, 100);
        ModelSettings settings = size.settings(Map.of());
        SyntheticMatrix synthetic = new SyntheticMatrix(settings.matrix(), size.users(), size.items());
        for (long drawn = 0; drawn < size.drawnCells(); drawn++) {
            synthetic.applyNew();
        }
        return new Askers(synthetic, settings, SHOPPERS);
    }

    private static double bytesPerRefresh(Askers askers, Function<Askers, Neighbors> find) {
        bytes(askers, find, WARM_UP);
        return (double) bytes(askers, find, REFRESHES) / REFRESHES;
    }

    private static long bytes(Askers askers, Function<Askers, Neighbors> find, int refreshes) {
        long bytes = 0;
        for (int i = 0; i < refreshes; i++) {
            askers.next(OTHERS);
            long before = THREADS.getCurrentThreadAllocatedBytes();
            askers.recommend(find.apply(askers));
            bytes += THREADS.getCurrentThreadAllocatedBytes() - before;
        }
        return bytes;
    }

    @Test
    void ofAnUpdateIsThatOfTheList() {
        assertThat(bytesPerRefresh(askers(1_000), Askers::updateKept))
                .isPositive()
                .isLessThan(BOUND);
    }

    @Test
    void ofASearchFromScratchIsThatOfTheList() {
        assertThat(bytesPerRefresh(askers(1_000), Askers::fromScratch))
                .isPositive()
                .isLessThan(BOUND);
    }

    @Test
    void doesNotGrowWithTheNumberOfUsers() {
        double few = bytesPerRefresh(askers(1_000), Askers::updateKept);
        double many = bytesPerRefresh(askers(8_000), Askers::updateKept);

        assertThat(many).isLessThan(1.5 * few);
    }
}
