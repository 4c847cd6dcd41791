package dev.kindred.http;

/** Ends the serving of a request; the problem is the answer. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    /** To be answered with this problem. */
    public ProblemException(Problem problem) {
        super(problem.detail(), null, false, false); // an answer, not a defect: nobody reads its stack
        this.problem = problem;
    }

    /** A parameter that is not acceptable. */
    public static ProblemException parameter(String name, String detail) {
        return new ProblemException(Problem.of(ProblemKind.INVALID_PARAMETER, name, detail));
    }

    /** The answer. */
    public Problem problem() {
        return problem;
    }
}
