package flambeau.nn;

import flambeau.args.OutputSize;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the layers that pool to an output of given size share. */
abstract class AdaptivePool extends Layer {
    /** The sizes of the output, one for all axes or one each; null for that of the input. */
    public final OutputSize outputSize;

    AdaptivePool(int axes, OutputSize outputSize) {
        int n = outputSize.sizes() == null ? 0 : outputSize.sizes().length;
        if (n != 1 && n != axes)
            throw new IllegalArgumentException("%s: outputSize takes 1 or %d sizes, got %d"
                    .formatted(getClass().getSimpleName(), axes, n));
        this.outputSize = outputSize;
    }

    @Override
    protected String extraRepr() {
        var sizes = outputSize.sizes();
        return "output_size="
                + (sizes.length == 1
                        ? text(sizes[0])
                        : Arrays.stream(sizes).map(AdaptivePool::text).collect(Collectors.joining(", ", "(", ")")));
    }

    private static String text(@Nullable Integer size) {
        return size == null ? "None" : size.toString();
    }
}
