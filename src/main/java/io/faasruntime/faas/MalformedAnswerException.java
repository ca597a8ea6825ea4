package io.faasruntime.faas;

/** An answer is not one of the contract. The message never quotes it: answers hold what the code has printed. */
final class MalformedAnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedAnswerException(String message) {
        super(message);
    }
}
