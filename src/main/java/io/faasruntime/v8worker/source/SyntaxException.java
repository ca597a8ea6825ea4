package io.faasruntime.v8worker.source;

import java.util.List;

/** The code does not parse. */
public final class SyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<SyntaxProblem> problems;

    /** @param problems in the user's source; at least one, the most useful first */
    public SyntaxException(List<SyntaxProblem> problems) {
        super(problems.get(0).message());
        this.problems = List.copyOf(problems);
    }

    public SyntaxException(SyntaxProblem problem) {
        this(List.of(problem));
    }

    public List<SyntaxProblem> problems() {
        return problems;
    }

    public SyntaxProblem first() {
        return problems.get(0);
    }
}
