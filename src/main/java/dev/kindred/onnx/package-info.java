/** Models in ONNX that shops bring, as rankers. The only package that sees ONNX Runtime, which may be absent. */
@NullMarked
package dev.kindred.onnx;

import org.jspecify.annotations.NullMarked;
