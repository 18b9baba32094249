package flambeau.kernel.runs;

/** Room for one row of partial results, one for each thread. */
final class Row {
    private static final ThreadLocal<Row> LOCAL = ThreadLocal.withInitial(Row::new);

    final float[] floats = new float[Lanes.BLOCK];

    private Row() {}

    static Row get() {
        return LOCAL.get();
    }
}
