/**
 * The stateless functions: {@code import static flambeau.functional.F.*;}.
 *
 * <p>{@link flambeau.functional.F} is the last of a chain of classes, one an area (activations, products, convolution ...), so
 * that each function has one home and all show up on F. This is the public door: arguments are checked here, by sentences that
 * name the function, the rule and the values, and what lies below trusts them.
 *
 * <p>What has a default in PyTorch is a keyword here: {@code conv2d(x, w, b, stride(2))}.
 */
@NullMarked
package flambeau.functional;

import org.jspecify.annotations.NullMarked;
