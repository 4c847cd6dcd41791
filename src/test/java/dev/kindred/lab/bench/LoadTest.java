package dev.kindred.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LoadTest {

    @Test
    void takesMediansAndSumsErrors() {
        Load median = Load.median(
                List.of(new Load(100, 1, 2, 30, 1), new Load(300, 3, 4, 10, 0), new Load(200, 2, 3, 20, 4)));

        assertThat(median).isEqualTo(new Load(200, 2, 3, 20, 5));
    }

    @Test
    void isReadFromTheOutputOfWrk() throws IOException {
        String printed = """
                Running 2s test @ http://127.0.0.1:8080
                  1 threads and 8 connections
                requests=5000 took=2000000 p50=800 p90=1500 p99=4200 errors=3
                """;

        assertThat(Wrk.parse(printed)).isEqualTo(new Load(2500, 0.8, 1.5, 4.2, 3));
        assertThatThrownBy(() -> Wrk.parse("unable to connect"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("unable to connect");
    }
}
