package dev.kindred.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options of commands that take single settings but no file of them, as a mixin. */
public final class OverrideOptions {

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "One setting. May be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    /** The settings by key. */
    public Map<String, String> settings() {
        return settings;
    }
}
