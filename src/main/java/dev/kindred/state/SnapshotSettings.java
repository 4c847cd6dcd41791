package dev.kindred.state;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Whether and where snapshots of the matrix are kept.
 *
 * @param directory of the files
 * @param interval between the starts of two snapshots; zero for none
 */
public record SnapshotSettings(Path directory, Duration interval) {

    boolean isOn() {
        return !interval.isZero();
    }
}
