package flambeau.tensor;

import static flambeau.args.Args.dtype;

import flambeau.array.DType;
import flambeau.array.Shape;
import java.util.Arrays;

/**
 * An input of the op table. Java and tools/record_ops.py draw the same numbers for it, float64 ones from the stream of seed 0.
 *
 * @param kind {@code f} floating in [low, high), {@code i} whole in [low, high), {@code b} bool, {@code v} the values themselves
 */
record Sample(char kind, double low, double high, double[] values, int... sizes) {
    /** Floating numbers in [-2, 2). */
    static Sample f(int... sizes) {
        return within(-2, 2, sizes);
    }

    /** Floating numbers in [0.5, 2): where logarithms and roots are smooth. */
    static Sample positive(int... sizes) {
        return within(0.5, 2, sizes);
    }

    /** Floating numbers in [low, high). */
    static Sample within(double low, double high, int... sizes) {
        return new Sample('f', low, high, new double[0], sizes);
    }

    /** Whole numbers in [0, high), int64. */
    static Sample index(int high, int... sizes) {
        return new Sample('i', 0, high, new double[0], sizes);
    }

    static Sample bools(int... sizes) {
        return new Sample('b', 0, 1, new double[0], sizes);
    }

    /** These floating numbers, in one dimension. */
    static Sample of(double... values) {
        return new Sample('v', 0, 0, values, values.length);
    }

    boolean isFloating() {
        return kind == 'f' || kind == 'v';
    }

    /** The tensor, from the default generator. */
    Tensor make() {
        var shape = Shape.of(sizes);
        return switch (kind) {
            case 'f' ->
                Tensors.rand(shape, dtype(DType.FLOAT64)).mul(high - low).add(low);
            case 'i' -> Tensors.randint((long) low, (long) high, shape);
            case 'b' -> Tensors.rand(shape, dtype(DType.FLOAT64)).lt(0.5);
            default -> Tensors.tensor(values, dtype(DType.FLOAT64));
        };
    }

    /** What record_ops.py reads. */
    @Override
    public String toString() {
        var content = kind == 'v' ? Arrays.toString(values) : low + " " + high;
        return "%c %s %s".formatted(kind, Arrays.toString(sizes), content);
    }
}
