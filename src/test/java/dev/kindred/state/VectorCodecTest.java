package dev.kindred.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.testing.Golden;
import dev.kindred.testing.RandomTest;
import dev.kindred.vector.Cell;
import dev.kindred.vector.Header;
import java.io.IOException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class VectorCodecTest {

    private static final Header HEADER = new Header(3, 2, 1_700_000_000_000L, 2.5, 0.25, new long[] {1, -1});
    private static final Journal JOURNAL = new Journal("tent", Optional.of(new byte[] {1, 2, 3}), Optional.of("stove"));
    private static final Cell CELL = new Cell(-0.5, 1_700_000_000_000L, 1.5, 1_700_000_000_001L, 3, 0b1000_0001);

    @Test
    void headerIsWrittenAndReadAsEver() throws IOException {
        byte[] golden = Golden.bytes("/state/header.hex");

        assertThat(VectorCodec.encode(HEADER, Optional.of(JOURNAL))).isEqualTo(golden);
        assertThat(VectorCodec.decodeHeader(golden)).usingRecursiveComparison().isEqualTo(HEADER);
        assertThat(VectorCodec.decodeJournal(golden)).contains(JOURNAL);
    }

    @Test
    void cellIsWrittenAndReadAsEver() throws IOException {
        byte[] golden = Golden.bytes("/state/cell.hex");

        assertThat(VectorCodec.encode(CELL)).isEqualTo(golden);
        assertThat(VectorCodec.decodeCell(golden)).isEqualTo(CELL);
    }

    @RandomTest
    void readsTheHeaderThatWasWritten(RandomGenerator random) {
        long[] recent = random.longs(random.nextInt(10)).toArray();
        Header header = new Header(
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextDouble(),
                random.nextDouble(),
                recent);

        Header read = VectorCodec.decodeHeader(VectorCodec.encode(header, Optional.empty()));

        assertThat(read).usingRecursiveComparison().isEqualTo(header);
    }

    @RandomTest
    void readsTheCellThatWasWritten(RandomGenerator random) {
        Cell cell = new Cell(
                random.nextGaussian(),
                random.nextLong(),
                random.nextGaussian(),
                random.nextLong(),
                random.nextLong(),
                random.nextInt(256));

        Cell read = VectorCodec.decodeCell(VectorCodec.encode(cell));

        assertThat(read).isEqualTo(cell);
    }

    @Test
    void saysWhatToDoAboutAnotherVersion() {
        byte[] newer = VectorCodec.encode(HEADER, Optional.of(JOURNAL));
        newer[0] = 3;

        assertThatThrownBy(() -> VectorCodec.decodeHeader(newer))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this release reads version 2 of a stored header, found version 3:"
                        + " run the release that wrote it, or reset the application");
        assertThatThrownBy(() -> VectorCodec.decodeCell(newer)).hasMessageContaining("version 2 of a stored cell");
    }
}
