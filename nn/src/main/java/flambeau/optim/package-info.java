/**
 * Optimisers: they change parameters so that a loss falls.
 *
 * <p>A training step is {@code optimizer.zeroGrad(); loss.backward(); optimizer.step();}. Parameters come as one list,
 * or in {@link flambeau.optim.ParamGroups groups} with options of their own. An optimiser is one small file: a
 * constructor that lists its options with their defaults, {@code init} for the state of a parameter, and {@code update}
 * for one parameter's step. An {@link flambeau.optim.LRScheduler} changes the learning rates after {@code step()}. See {@link flambeau.optim.Optimizer} for how to write one.
 */
@NullMarked
package flambeau.optim;

import org.jspecify.annotations.NullMarked;
