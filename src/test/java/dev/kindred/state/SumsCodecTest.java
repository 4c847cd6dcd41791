package dev.kindred.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.testing.RandomTest;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SumsCodecTest {

    @Test
    void hasLayoutOne() {
        assertThat(HexFormat.of().formatHex(SumsCodec.encode(new long[] {1, -1})))
                .isEqualTo("010000000000000001ffffffffffffffff");
    }

    @RandomTest
    void readsWhatItWrites(RandomGenerator random) {
        long[] sums = random.longs(random.nextInt(50)).toArray();

        assertThat(SumsCodec.decode(SumsCodec.encode(sums))).isEqualTo(sums);
    }

    @Test
    void refusesOtherBytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> SumsCodec.decode(new byte[] {2}));
        assertThatIllegalArgumentException().isThrownBy(() -> SumsCodec.decode(new byte[] {1, 0, 0}));
        assertThatIllegalArgumentException().isThrownBy(() -> SumsCodec.decode(new byte[0]));
    }
}
