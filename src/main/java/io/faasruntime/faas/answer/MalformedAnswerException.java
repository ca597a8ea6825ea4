package io.faasruntime.faas.answer;

/** An answer is not one of the contract. The message never quotes it: answers hold what the code has printed. */
public final class MalformedAnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    public MalformedAnswerException(String message) {
        super(message);
    }
}
