package dev.kindred.lab.bench;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The measurements along one dimension.
 *
 * @param points by the value of the dimension
 */
record Growth(Dimension dimension, SortedMap<Integer, ScalePoint> points) {

    Growth {
        points = new TreeMap<>(points);
    }
}
