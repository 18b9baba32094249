/**
 * Reverse-mode differentiation, for any kind of value.
 *
 * <p>A {@link flambeau.autograd.Variable} knows the {@link flambeau.autograd.Node} that made it. A node points at the nodes
 * of its inputs and has, for each of them, the function from the gradient of its result to the gradient of that input. An
 * operation records itself through {@link flambeau.autograd.Op}:
 *
 * <pre>{@code
 * return Op.of("Tanh", y).wrt(x, dy -> dy.mul(y.mul(y).neg().add(1))).result();
 * }</pre>
 *
 * <p>{@link flambeau.autograd.Engine} visits the nodes from the latest to the earliest, so a graph of any depth needs no
 * recursion. Since gradients are written in differentiable operations, gradients of gradients come by construction: with
 * {@code createGraph} the operations of the backward pass record themselves as well.
 */
@NullMarked
package flambeau.autograd;

import org.jspecify.annotations.NullMarked;
