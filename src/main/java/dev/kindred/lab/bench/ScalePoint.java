package dev.kindred.lab.bench;

/**
 * What was measured at one size.
 *
 * @param cells that the matrix remembers
 * @param update a refresh by the kept row: neighbors, list and reasons
 * @param fromScratch the same without a row
 * @param cellsPerSecond that the one writer applies to the standing matrix
 * @param bytesPerCell of the matrix on the heap, everything included
 */
record ScalePoint(long cells, Times update, Times fromScratch, double cellsPerSecond, double bytesPerCell) {}
