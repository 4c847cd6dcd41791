package dev.kindred.export;

/** Is told how far an export is, page by page. */
@FunctionalInterface
public interface ExportProgress {

    /**
     * After a page.
     *
     * @param soFar what is done
     * @param share how much of the whole that is, about, in [0, 1]
     */
    void at(ExportReport soFar, double share);
}
