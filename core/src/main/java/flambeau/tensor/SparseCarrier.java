package flambeau.tensor;

import flambeau.array.Array;
import flambeau.array.Device;
import flambeau.array.Layout;
import flambeau.memory.Scope;
import flambeau.memory.Storage;
import org.jspecify.annotations.Nullable;

/** A sparse gradient on its way: a tensor whose elements are computed when somebody reads them. */
final class SparseCarrier extends Tensor {
    private final SparseGradient content;

    SparseCarrier(SparseGradient content) {
        super(new Array(storageOf(content), content.values().dtype(), Layout.contiguous(content.size()), Device.CPU));
        this.content = content;
    }

    private static Storage storageOf(SparseGradient content) {
        long bytes = content.size().count() * content.values().dtype().bytes();
        return Storage.lazy(
                bytes,
                () -> BackwardPass.unchecked(() -> {
                    try (var _ = Tensors.noGrad();
                            var _ = Scope.none()) {
                        return content.toDense().contiguous().storage();
                    }
                }));
    }

    /** The sparse gradient that {@code x} still is; null if it is a tensor like another, or was changed in place since. */
    static @Nullable SparseGradient in(@Nullable Tensor x) {
        return x instanceof SparseCarrier s && s.storage().modified() == 0 ? s.content : null;
    }

    /** Lets it outlive the scopes that are open on this thread. */
    SparseCarrier escape() {
        Scope.escape(content.indices().storage());
        Scope.escape(content.values().storage());
        return this;
    }
}
