package flambeau.tensor;

import flambeau.array.DType;
import flambeau.array.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A differentiable function that the user writes over plain Java arrays, with the elements of tensors in row-major order. Its
 * gradient cannot be differentiated in turn.
 *
 * {@snippet :
 * class Cube extends ArrayFunction<double[]> {
 *     Cube() {
 *         super(double[].class);
 *     }
 *
 *     @Override
 *     protected double[] forward(List<double[]> x) {
 *         return Arrays.stream(x.getFirst()).map(v -> v * v * v).toArray();
 *     }
 *
 *     @Override
 *     protected List<double[]> backward(double[] dy, List<double[]> x) {
 *         var dx = new double[dy.length];
 *         for (int i = 0; i < dx.length; i++) dx[i] = dy[i] * 3 * x.getFirst()[i] * x.getFirst()[i];
 *         return List.of(dx);
 *     }
 * }
 * }
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
public abstract class ArrayFunction<A> {
    private final boolean isDouble;

    /**
     * For subclasses.
     *
     * @param type {@code float[].class} or {@code double[].class}
     */
    protected ArrayFunction(Class<A> type) {
        Check.that(
                type == double[].class || type == float[].class,
                "ArrayFunction: works on float[] and double[], not on %s",
                type.getSimpleName());
        isDouble = type == double[].class;
    }

    /** The elements of the result. */
    protected abstract A forward(List<A> inputs);

    /**
     * The gradients of the inputs, one each; null stands for zero.
     *
     * @param dy the gradient of the result
     * @param inputs what forward was given
     */
    protected abstract List<@Nullable A> backward(A dy, List<A> inputs);

    /** The shape of the result; that of the first input unless overridden. */
    protected Shape shape(List<Shape> inputs) {
        return inputs.getFirst();
    }

    /** The result for these inputs, in the dtype of the first. */
    public final Tensor apply(Tensor... inputs) {
        Check.that(inputs.length > 0, "%s: there must be an input", name());
        return new Recorded().apply(inputs);
    }

    private String name() {
        var name = getClass().getSimpleName();
        return name.isEmpty() ? "ArrayFunction" : name;
    }

    @SuppressWarnings("unchecked")
    private A elements(Tensor x) {
        return (A) (isDouble ? x.toDoubleArray() : x.toFloatArray());
    }

    private List<A> elements(Tensor[] all) {
        return Arrays.stream(all).map(this::elements).toList();
    }

    private Tensor tensor(String what, A elements, Shape shape, DType dtype) {
        int n = elements instanceof double[] d ? d.length : ((float[]) elements).length;
        Check.that(n == shape.count(), "%s: %s has %d elements for the shape %s", name(), what, n, shape);
        var y = elements instanceof double[] d
                ? Tensors.tensor(d, flambeau.args.Args.dtype(DType.FLOAT64))
                : Tensors.tensor((float[]) elements);
        return y.reshape(shape.sizes()).to(dtype);
    }

    private final class Recorded extends Function {
        @Override
        String name() {
            return ArrayFunction.this.name();
        }

        @Override
        protected boolean isOnceDifferentiable() {
            return true;
        }

        @Override
        protected Tensor[] forward(Context ctx, Tensor... inputs) {
            ctx.saveForBackward(inputs);
            var shape = shape(Arrays.stream(inputs).map(Tensor::shape).toList());
            return tuple(tensor("the result", ArrayFunction.this.forward(elements(inputs)), shape, inputs[0].dtype()));
        }

        @Override
        protected @Nullable Tensor[] backward(Context ctx, Tensor... dy) {
            var inputs = ctx.savedTensors();
            var found = ArrayFunction.this.backward(elements(dy[0]), elements(inputs));
            var all = new ArrayList<@Nullable Tensor>();
            for (int i = 0; i < found.size(); i++) {
                var dx = found.get(i);
                var like = inputs[Math.min(i, inputs.length - 1)];
                all.add(dx == null ? null : tensor("gradient " + i, dx, like.shape(), like.dtype()));
            }
            return all.toArray(new @Nullable Tensor[0]);
        }
    }
}
