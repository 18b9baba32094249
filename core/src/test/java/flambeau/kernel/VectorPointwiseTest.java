package flambeau.kernel;

import flambeau.kernel.vector.VectorProvider;
import java.util.EnumSet;
import java.util.Objects;

final class VectorPointwiseTest extends PointwiseContract {
    @Override
    protected Pointwise kernel() {
        return Objects.requireNonNull(VectorProvider.eager().pointwise());
    }

    @Override
    protected EnumSet<Unary> unaries() {
        return EnumSet.of(
                Unary.ABS,
                Unary.CEIL,
                Unary.FLOOR,
                Unary.ROUND,
                Unary.TRUNC,
                Unary.NEG,
                Unary.RECIPROCAL,
                Unary.RELU,
                Unary.RSQRT,
                Unary.SQRT,
                Unary.SQUARE,
                Unary.EXP,
                Unary.EXP2,
                Unary.SIGMOID,
                Unary.TANH,
                Unary.ERF,
                Unary.LOG,
                Unary.LOG1P);
    }

    @Override
    protected EnumSet<Binary> binaries() {
        return EnumSet.of(
                Binary.ADD,
                Binary.SUB,
                Binary.MUL,
                Binary.DIV,
                Binary.MAX,
                Binary.MIN,
                Binary.ATAN2,
                Binary.RELU_GRAD,
                Binary.SIGMOID_GRAD,
                Binary.TANH_GRAD);
    }
}
