/** A Kafka broker inside the process, for demos, development and tests. */
@NullMarked
package dev.kindred.lab.embedded;

import org.jspecify.annotations.NullMarked;
