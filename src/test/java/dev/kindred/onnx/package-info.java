/** Tests of models that shops bring. */
@NullMarked
package dev.kindred.onnx;

import org.jspecify.annotations.NullMarked;
