package dev.kindred.testing;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a {@link RandomTest} once per seed. */
final class Seeds implements TestTemplateInvocationContextProvider {
    static final String SEED_PROPERTY = "kindred.test.seed";

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getRequiredTestMethod().isAnnotationPresent(RandomTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        RandomTest law = context.getRequiredTestMethod().getAnnotation(RandomTest.class);
        Long chosen = Long.getLong(SEED_PROPERTY);
        LongStream seeds = chosen != null
                ? LongStream.of(chosen)
                : LongStream.range(law.firstSeed(), law.firstSeed() + law.seeds());
        return seeds.mapToObj(OneSeed::new);
    }

    private record OneSeed(long seed) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return "seed " + seed;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new Generator(seed), new FailureNote(seed));
        }
    }

    private record Generator(long seed) implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RandomGenerator.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return new SplittableRandom(seed);
        }
    }

    private record FailureNote(long seed) implements TestExecutionExceptionHandler {
        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
            failure.addSuppressed(new FailedSeed(seed));
            throw failure;
        }
    }

    /** Prints the seed below the stack trace of the failure. */
    private static final class FailedSeed extends RuntimeException {
        FailedSeed(long seed) {
            super(
                    "failed with seed " + seed + "; replay with -Dtest.jvm.options=-D" + SEED_PROPERTY + "=" + seed,
                    null,
                    false,
                    false);
        }
    }
}
