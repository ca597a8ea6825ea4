package io.faasruntime.v8worker.source;

/**
 * Why the code could not be compiled or did not run to its end.
 *
 * @param type class name of the exception; {@code Uncaught} for a thrown value that is no error
 * @param position in the user's source
 */
public record Failure(String type, String message, Position position) {

    public static Failure of(SyntaxProblem problem) {
        return new Failure(problem.type(), problem.message(), problem.start());
    }
}
