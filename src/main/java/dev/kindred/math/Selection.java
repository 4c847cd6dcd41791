package dev.kindred.math;

/** Finds the k-th greatest of many numbers without sorting them. */
public final class Selection {

    private Selection() {}

    /**
     * The k-th greatest of the first {@code size} values. Reorders them.
     *
     * <p>Source: Hoare, <em>Algorithm 65: Find</em> (1961), with the median of three as the pivot.
     *
     * @param k from 1 to {@code size}
     */
    public static float kthGreatest(float[] values, int size, int k) {
        check(size, k);
        int low = 0;
        int high = size - 1;
        int wanted = k - 1; // the index in descending order
        while (low < high) {
            float pivot = medianOfThree(values[low], values[(low + high) >>> 1], values[high]);
            int left = low;
            int right = high;
            while (left <= right) {
                while (values[left] > pivot) {
                    left++;
                }
                while (values[right] < pivot) {
                    right--;
                }
                if (left <= right) {
                    float swapped = values[left];
                    values[left++] = values[right];
                    values[right--] = swapped;
                }
            }
            if (wanted <= right) {
                high = right;
            } else if (wanted >= left) {
                low = left;
            } else {
                break;
            }
        }
        return values[wanted];
    }

    static void check(int size, int k) {
        if (k < 1 || k > size) {
            throw new IllegalArgumentException("k must be in [1, " + size + "], got " + k);
        }
    }

    private static float medianOfThree(float a, float b, float c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
