package flambeau.data;

import flambeau.args.IndexSource;

/**
 * Says which samples are taken, and in which order: the keyword {@code sampler} of a {@link DataLoader}.
 *
 * <p>Unlike PyTorch, the order of a whole epoch is drawn at once, when its first batch is asked for.
 *
 * {@snippet :
 * class Backwards implements Sampler {
 *     @Override
 *     public int size() {
 *         return 100;
 *     }
 *
 *     @Override
 *     public int[] order() {
 *         return IntStream.range(0, 100).map(i -> 99 - i).toArray();
 *     }
 * }
 * }
 */
public interface Sampler extends IndexSource {
    /** How many samples {@link #order} has. */
    int size();

    /** The numbers of the samples of one epoch in their order, drawn anew at each call. */
    int[] order();
}
