/** Charts of figures, written as a page. */
@NullMarked
package dev.kindred.lab.plot;

import org.jspecify.annotations.NullMarked;
