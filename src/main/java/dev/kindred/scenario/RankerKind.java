package dev.kindred.scenario;

/** The kind of ranker that orders the best candidates of a blend. */
public enum RankerKind {
    /** The scores of the blend. */
    BLEND,
    /** A model of what users touch, learned from the events. */
    LEARNED,
    /** A model of the shop's own. */
    ONNX
}
