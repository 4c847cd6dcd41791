package dev.kindred.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a law: the method runs once per seed, and takes a {@code RandomGenerator} that starts from that seed.
 *
 * <p>Seeds are {@code firstSeed}, {@code firstSeed + 1} and so on, the same on every run, so that a failure repeats. The seed stands in
 * the test's display name and, on failure, beside the exception. To replay one seed, or to hunt with fresh ones, set the system
 * property {@value Seeds#SEED_PROPERTY}; then every law runs with that seed alone.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(Seeds.class)
public @interface RandomTest {
    /** Returns how many seeds are tried; at least 1. */
    int seeds() default 5;

    /** Returns the seed of the first run. */
    long firstSeed() default 1;
}
