package flambeau.args;

/**
 * The keyword {@code chunkingMethod}: how the size of chunks is found.
 *
 * @param factor how many times smaller chunks are than those whose scores take the room of the input; 0: by what suits
 */
public record ChunkingMethod(int factor) implements Arg<ChunkingMethod.Taker> {
    /** What suits. */
    public static final ChunkingMethod AUTO = new ChunkingMethod(0);

    /** Takes this keyword. */
    public interface Taker {}

    /**
     * Chunks whose scores take the room of the input, divided by a factor.
     *
     * @throws IllegalArgumentException if the factor is not positive
     */
    public static ChunkingMethod aspectRatio(int factor) {
        if (factor < 1) throw new IllegalArgumentException("aspectRatio: the factor must be at least 1, got " + factor);
        return new ChunkingMethod(factor);
    }

    /** The rows of a chunk, of {@code rows} with {@code features} numbers each, to be scored for {@code classes} classes. */
    public int rows(int rows, int features, int classes) {
        long scale = Math.max(Math.ceilDiv(classes, Math.max(features, 1)), 1);
        long target = Math.max(Math.ceilDiv((long) rows, scale), 1);
        long power = target == 1 ? 1 : Long.highestOneBit(target - 1) * 2;
        return Math.clamp(power / (factor == 0 ? 2 : factor), 1, Math.max(rows, 1));
    }

    /** PyTorch's word, as {@code aspect_ratio:2}. */
    @Override
    public String toString() {
        return factor == 0 ? "auto" : "aspect_ratio:" + factor;
    }
}
