package io.faasruntime.api;

/** In which order the items of a batch come. */
public enum BatchOrder {
    /** As the inputs came. One that takes long holds back those behind it. */
    INPUT,
    /** As they are done. */
    COMPLETION
}
