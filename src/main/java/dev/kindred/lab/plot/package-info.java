/** Charts of figures, drawn without a screen and written as pictures or pages. */
@NullMarked
package dev.kindred.lab.plot;

import org.jspecify.annotations.NullMarked;
