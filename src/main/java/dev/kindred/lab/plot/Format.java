package dev.kindred.lab.plot;

import java.io.IOException;
import java.io.OutputStream;

/** A way to write figures. */
interface Format {

    void write(Figure figure, OutputStream out) throws IOException;
}
