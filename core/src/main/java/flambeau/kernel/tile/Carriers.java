package flambeau.kernel.tile;

import flambeau.array.DType;

/** A thread's tiles: one carrier for each Java type. */
final class Carriers {
    private static final ThreadLocal<Carriers> LOCAL = ThreadLocal.withInitial(Carriers::new);

    private final Carrier floats = new FloatCarrier();
    private final Carrier doubles = new DoubleCarrier();
    private final Carrier longs = new LongCarrier();
    private final Carrier ints = new IntCarrier();

    private Carriers() {}

    /** The calling thread's for elements of a type. */
    static Carrier of(DType dtype) {
        var all = LOCAL.get();
        return switch (dtype) {
            case FLOAT16, BFLOAT16, FLOAT32 -> all.floats;
            case FLOAT64 -> all.doubles;
            case INT64 -> all.longs;
            default -> all.ints;
        };
    }
}
