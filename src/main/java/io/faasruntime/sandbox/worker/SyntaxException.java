package io.faasruntime.sandbox.worker;

import java.util.List;

/** The code does not parse. */
final class SyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<SyntaxProblem> problems;

    /** @param problems in the user's source; at least one, the most useful first */
    SyntaxException(List<SyntaxProblem> problems) {
        super(problems.get(0).message());
        this.problems = List.copyOf(problems);
    }

    SyntaxException(SyntaxProblem problem) {
        this(List.of(problem));
    }

    List<SyntaxProblem> problems() {
        return problems;
    }

    SyntaxProblem first() {
        return problems.get(0);
    }
}
