/** The whole product in one process for demonstration: broker, application, shoppers and their lists. */
@NullMarked
package dev.kindred.lab.demo;

import org.jspecify.annotations.NullMarked;
