/**
 * Tensors and their operations.
 *
 * <p>{@link flambeau.tensor.Tensor} holds identity only; its operations come from package-private sealed classes, one an
 * area ({@code Arithmetic}, {@code Elementwise}, {@code Reductions}, {@code Views} ...), which show up as methods of Tensor.
 * An operation is one method: the forward computation, then the gradient with respect to each input. {@link
 * flambeau.tensor.Tensors} makes tensors; {@link flambeau.tensor.Generator} draws PyTorch's random numbers.
 */
@NullMarked
package flambeau.tensor;

import org.jspecify.annotations.NullMarked;
