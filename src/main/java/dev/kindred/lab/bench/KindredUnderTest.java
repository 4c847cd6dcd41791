package dev.kindred.lab.bench;

import dev.kindred.app.KindredApp;
import dev.kindred.config.KindredConfig;

/** The product: a refreshed list for every event. */
final class KindredUnderTest implements SystemUnderTest {

    @Override
    public String name() {
        return "kindred";
    }

    @Override
    public String output(KindredConfig config) {
        return config.topics().recommendations();
    }

    @Override
    public String group(KindredConfig config) {
        return config.applicationId();
    }

    @Override
    public AutoCloseable start(KindredConfig config) {
        return KindredApp.start(config);
    }
}
