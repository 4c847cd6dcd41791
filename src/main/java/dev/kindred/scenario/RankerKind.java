package dev.kindred.scenario;

/** What puts the best candidates of a blend into order. */
public enum RankerKind {
    /** The scores of the blend. */
    BLEND,
    /** A model of what users touch, learned from the events. */
    LEARNED,
    /** A model of the shop's own. */
    ONNX
}
