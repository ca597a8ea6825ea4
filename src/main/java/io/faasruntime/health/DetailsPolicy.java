package io.faasruntime.health;

/** Whether whoever asks for the health of this application may see why something is down, and how workers are locked in. */
public interface DetailsPolicy {

    boolean showsDetails();
}
