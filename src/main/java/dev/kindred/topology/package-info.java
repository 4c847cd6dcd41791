/** The stream: stations, the topics between them and the stores beside them. */
@NullMarked
package dev.kindred.topology;

import org.jspecify.annotations.NullMarked;
