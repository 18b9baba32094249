package flambeau.kernel.reference;

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

/** Takes every call; asked last. */
public final class ReferenceProvider implements Provider {
    /** The provider; it has no state. */
    public ReferenceProvider() {}

    @Override
    public String name() {
        return "reference";
    }

    @Override
    public int rank() {
        return 0;
    }

    @Override
    public Gemm gemm() {
        return new ReferenceGemm();
    }

    @Override
    public Factor factor() {
        return new ReferenceFactor();
    }

    @Override
    public Conv conv() {
        return new ReferenceConv();
    }

    @Override
    public Resampling resampling() {
        return new ReferenceResampling();
    }

    @Override
    public Pooling pooling() {
        return new ReferencePooling();
    }

    @Override
    public Norm norm() {
        return new ReferenceNorm();
    }

    @Override
    public RowNorm rowNorm() {
        return new ReferenceRowNorm();
    }

    @Override
    public Softmax softmax() {
        return new ReferenceSoftmax();
    }

    @Override
    public Pointwise pointwise() {
        return new ReferencePointwise();
    }

    @Override
    public Reduce reduce() {
        return new ReferenceReduce();
    }

    @Override
    public Indexing indexing() {
        return new ReferenceIndexing();
    }

    @Override
    public Activation activation() {
        return new ReferenceActivation();
    }

    @Override
    public Gates gates() {
        return new ReferenceGates();
    }

    @Override
    public Update update() {
        return new ReferenceUpdate();
    }

    @Override
    public Scan scan() {
        return new ReferenceScan();
    }

    @Override
    public Sort sort() {
        return new ReferenceSort();
    }

    @Override
    public Counting counting() {
        return new ReferenceCounting();
    }
}
