package dev.kindred.lab.evaluation;

/** Hears how far a run is. */
public interface Progress {

    /** One more event is dealt with. */
    void step();
}
