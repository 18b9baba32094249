package flambeau.tensor;

import java.util.List;

/** Products of several tensors. */
abstract sealed class Contracting extends Combining permits Grads {
    Contracting() {}

    /**
     * Sums of products in Einstein's notation: {@code einsum("ij,jk->ik", a, b)} is a matrix product.
     *
     * @param equation the subscripts of each operand, with commas between them, and after {@code ->} those of the result; without
     *     it those that occur once, sorted. Letters name dimensions, {@code ...} stands for the rest
     */
    public static Tensor einsum(String equation, Tensor... operands) {
        return einsum(equation, List.of(operands));
    }

    /** Like {@link #einsum(String, Tensor...)}. */
    public static Tensor einsum(String equation, List<Tensor> operands) {
        return Einsum.einsum(equation, operands);
    }
}
