/**
 * Data sets, samplers and loaders.
 *
 * <p>A {@link flambeau.data.Dataset} has samples by number. A {@link flambeau.data.Sampler} says in which order they
 * are taken. A {@link flambeau.data.DataLoader} makes batches of them, by threads of its own if wanted, and is what a
 * training loop runs over:
 *
 * <pre>{@code
 * var loader = new DataLoader<>(new TensorDataset(x, y), batchSize(64), shuffle(true));
 * for (var batch : loader) {
 *     var loss = crossEntropy(net.apply(batch.x()), batch.y());
 *     ...
 * }
 * }</pre>
 *
 * <p>After {@code manualSeed(s)} the batches are those that PyTorch makes after {@code torch.manual_seed(s)}, for any
 * number of threads, and as much has been drawn from the default generator.
 */
@NullMarked
package flambeau.data;

import org.jspecify.annotations.NullMarked;
