package flambeau.data;

import flambeau.tensor.Tensor;
import java.util.List;

/**
 * The tensors of one sample, as an image and its label, or of a batch of samples: then each tensor has one more
 * dimension in front.
 *
 * {@snippet :
 * for (var batch : loader) {
 *     var loss = crossEntropy(net.apply(batch.x()), batch.y());
 * }
 * }
 *
 * @param tensors all tensors, the input first
 */
public record Sample(List<Tensor> tensors) {
    /** A sample of these tensors. */
    public Sample {
        tensors = List.copyOf(tensors);
    }

    /** A sample of these tensors. */
    public static Sample of(Tensor... tensors) {
        return new Sample(List.of(tensors));
    }

    /** The input: the first tensor. */
    public Tensor x() {
        return get(0);
    }

    /** The target: the second tensor. */
    public Tensor y() {
        return get(1);
    }

    /**
     * Tensor {@code index}.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public Tensor get(int index) {
        if (index < 0 || index >= tensors.size())
            throw new IndexOutOfBoundsException("sample: has no tensor %d, it has %d".formatted(index, tensors.size()));
        return tensors.get(index);
    }

    /** The number of tensors. */
    public int size() {
        return tensors.size();
    }
}
