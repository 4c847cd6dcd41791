package dev.kindred.lab.cli;

import dev.kindred.model.Strategy;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses the name of a strategy as in scenarios, such as {@code user-based}. */
final class StrategyConverter implements ITypeConverter<Strategy> {

    @Override
    public Strategy convert(String text) {
        return Arrays.stream(Strategy.values())
                .filter(strategy -> spelling(strategy).equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("unknown strategy " + text + "; choose from "
                        + Arrays.stream(Strategy.values())
                                .map(StrategyConverter::spelling)
                                .collect(Collectors.joining(", "))));
    }

    static String spelling(Strategy strategy) {
        return strategy.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
