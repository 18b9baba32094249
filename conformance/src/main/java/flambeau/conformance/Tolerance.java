package flambeau.conformance;

/**
 * How far a floating number may be off: {@code abs(got - expected) <= atol + rtol * abs(expected)}.
 *
 * @param rtol the relative part
 * @param atol the absolute part
 */
record Tolerance(double rtol, double atol) {
    static final Tolerance EXACT = new Tolerance(0, 0);

    boolean accepts(double got, double expected) {
        if (got == expected || Double.isNaN(got) && Double.isNaN(expected)) return true;
        if (Double.isInfinite(expected)) return false;
        return Math.abs(got - expected) <= atol + rtol * Math.abs(expected);
    }
}
