/** How an instance is: how far it is behind, whether its brokers answer, and whether it still has its partitions. */
@NullMarked
package dev.kindred.health;

import org.jspecify.annotations.NullMarked;
