package flambeau.tensor;

import flambeau.array.Array;
import flambeau.autograd.Backward;
import flambeau.autograd.Op;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A change of some elements, validated: made to a copy ({@code scatter}), or in place ({@code scatter_}).
 *
 * @param node PyTorch's name of the operation
 * @param variant the number behind it
 * @param write makes the change
 * @param reads whether gradients need the elements from before the change
 * @param source what is written; null if that is no tensor
 * @param gradients given the tensor before and after the change
 */
record Edit(
        String node,
        int variant,
        Consumer<Array> write,
        boolean reads,
        @Nullable Tensor source,
        Gradients gradients) {
    /** Records the gradients of an operation that makes {@code y} of {@code x}. */
    interface Gradients {
        void record(Op<Tensor> op, Tensor x, Tensor y);
    }

    /** A change whose gradients do not need the elements. */
    static Edit of(
            String node,
            int variant,
            Consumer<Array> write,
            Backward<Tensor> self,
            @Nullable Tensor source,
            Backward<Tensor> ofSource) {
        return new Edit(
                node,
                variant,
                write,
                false,
                source,
                (op, x, _) -> op.wrt(x, self).wrt(source, ofSource));
    }

    /** The change, of a copy of {@code x}. */
    Tensor copy(Tensor x) {
        var y = x.unrecorded().clone();
        write.accept(y.raw());
        var op = Op.of(node, variant, y);
        gradients.record(op, x, y);
        return op.result();
    }
}
