package flambeau.kernel.tile;

import flambeau.kernel.Activation;
import flambeau.kernel.Conv;
import flambeau.kernel.Counting;
import flambeau.kernel.Factor;
import flambeau.kernel.Gates;
import flambeau.kernel.Gemm;
import flambeau.kernel.Indexing;
import flambeau.kernel.Norm;
import flambeau.kernel.Pointwise;
import flambeau.kernel.Pooling;
import flambeau.kernel.Provider;
import flambeau.kernel.Reduce;
import flambeau.kernel.Resampling;
import flambeau.kernel.RowNorm;
import flambeau.kernel.Scan;
import flambeau.kernel.Softmax;
import flambeau.kernel.Sort;
import flambeau.kernel.Update;

/** Java loops over heap tiles, which the compiler vectorises by itself: fast without any flag or native library. */
public final class TileProvider implements Provider {
    /** The provider; its tiles belong to threads. */
    public TileProvider() {}

    @Override
    public String name() {
        return "tile";
    }

    @Override
    public int rank() {
        return 10;
    }

    @Override
    public Gemm gemm() {
        return new AllGemm();
    }

    @Override
    public Factor factor() {
        return new TileFactor();
    }

    @Override
    public Conv conv() {
        return new TileConv();
    }

    @Override
    public Resampling resampling() {
        return new TileResampling();
    }

    @Override
    public Pooling pooling() {
        return new TilePooling();
    }

    @Override
    public Indexing indexing() {
        return new TileIndexing();
    }

    @Override
    public Norm norm() {
        return new TileNorm();
    }

    @Override
    public RowNorm rowNorm() {
        return new TileRowNorm();
    }

    @Override
    public Softmax softmax() {
        return new TileSoftmax();
    }

    @Override
    public Pointwise pointwise() {
        return new TilePointwise();
    }

    @Override
    public Reduce reduce() {
        return new TileReduce();
    }

    @Override
    public Activation activation() {
        return new TileActivation();
    }

    @Override
    public Gates gates() {
        return new TileGates();
    }

    @Override
    public Update update() {
        return new TileUpdate();
    }

    @Override
    public Scan scan() {
        return new TileScan();
    }

    @Override
    public Sort sort() {
        return new TileSort();
    }

    @Override
    public Counting counting() {
        return new TileCounting();
    }
}
