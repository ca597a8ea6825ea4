package io.faasruntime.rest;

import io.faasruntime.wire.Problem;

/** A resource's own answer to a request that it cannot serve. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
