package dev.kindred.lab.bench;

/**
 * The measurements at one size.
 *
 * @param cells in the matrix
 * @param update a refresh by the kept row: neighbors, list and reasons
 * @param fromScratch the same without a row
 * @param cellsPerSecond that the one writer applies to the filled matrix
 * @param bytesPerCell of the matrix on the heap, everything included
 */
record ScalePoint(long cells, Times update, Times fromScratch, double cellsPerSecond, double bytesPerCell) {}
