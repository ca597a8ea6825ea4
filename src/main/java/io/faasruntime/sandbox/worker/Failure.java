package io.faasruntime.sandbox.worker;

/**
 * Why the code could not be compiled or did not run to its end.
 *
 * @param type class name of the exception; {@code Uncaught} for a thrown value that is no error
 * @param position in the user's source
 */
record Failure(String type, String message, Position position) {}
