package io.faasruntime.faas.answer;

/**
 * An uncaught error as a stack trace shows it.
 *
 * @param type the error's class
 * @param message its message
 * @param line 1-based, in the code as it was sent; 0 when unknown
 * @param column 1-based; 0 when unknown
 * @param syntax whether the code could not be parsed, as opposed to an error of that class at run time
 */
record StackTrace(String type, String message, int line, int column, boolean syntax) {}
