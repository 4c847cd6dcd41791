package dev.kindred.http;

/** Stops the processing of a request; the problem becomes the answer. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    /** An exception with this problem as the answer. */
    public ProblemException(Problem problem) {
        super(problem.detail(), null, false, false); // an answer, not a defect: no stack trace needed
        this.problem = problem;
    }

    /** An invalid parameter. */
    public static ProblemException parameter(String name, String detail) {
        return new ProblemException(Problem.of(ProblemKind.INVALID_PARAMETER, name, detail));
    }

    /** The answer. */
    public Problem problem() {
        return problem;
    }
}
