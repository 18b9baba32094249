package flambeau.data;

/**
 * Samples by number. A loader with workers calls {@link #get} or {@link #batch} from several threads at once.
 *
 * {@snippet :
 * class Squares implements Dataset<Sample> {
 *     @Override
 *     public int size() {
 *         return 1000;
 *     }
 *
 *     @Override
 *     public Sample get(int i) {
 *         return Sample.of(tensor((double) i), tensor((double) i * i));
 *     }
 * }
 * }
 *
 * @param <T> a sample, which is also the type of a batch unless a collate function says otherwise
 */
public interface Dataset<T> {
    /** The number of samples. */
    int size();

    /**
     * Sample {@code index}.
     *
     * @param index from 0 to {@code size() - 1}
     */
    T get(int index);

    /**
     * The samples at {@code indices} as one batch. To be overridden where that is cheaper at once, or where {@link
     * Collate#defaultCollate} does not know samples of this type.
     *
     * @throws LoadException if a sample cannot be loaded
     */
    default T batch(int... indices) {
        return Collate.defaultCollate(LoadException.samples(this, indices));
    }
}
