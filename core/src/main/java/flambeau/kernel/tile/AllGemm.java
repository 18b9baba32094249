package flambeau.kernel.tile;

import flambeau.array.Array;
import flambeau.kernel.Gemm;
import org.jspecify.annotations.Nullable;

/** Matrix products of all types. */
final class AllGemm implements Gemm {
    private final Gemm[] types = {new SmallGemm(), new TileGemm(), new DoubleGemm(), new LongGemm()};

    @Override
    public boolean matmul(Array a, Array b, @Nullable Array bias, Array y) {
        for (var type : types) if (type.matmul(a, b, bias, y)) return true;
        return false;
    }
}
