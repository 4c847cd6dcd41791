package dev.kindred.lab.bench;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was measured while one dimension grew.
 *
 * @param points by the value of the dimension
 */
record Growth(Dimension dimension, SortedMap<Integer, ScalePoint> points) {

    Growth {
        points = new TreeMap<>(points);
    }
}
