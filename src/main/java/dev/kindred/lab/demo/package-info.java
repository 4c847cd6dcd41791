/** The whole product in one process, for people to watch: broker, application, shoppers, and what they are shown. */
@NullMarked
package dev.kindred.lab.demo;

import org.jspecify.annotations.NullMarked;
