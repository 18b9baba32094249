package flambeau.onednn;

import org.jspecify.annotations.Nullable;

/** The right factor of products that differ in their left ones, in the order of memory that oneDNN likes best. */
final class RightFactor implements AutoCloseable {
    private static final int OWN = 0b10; // operand 1 is in the plan's order
    private static final int B = 1;

    private final Matmul.Sizes sizes;
    private final Plan plan;
    private final long bias;
    private final long address;
    private final @Nullable Scratch scratch;

    private RightFactor(Matmul.Sizes sizes, Plan plan, long b, long bias) {
        this.sizes = sizes;
        this.plan = plan;
        this.bias = bias;
        scratch = plan.copies(B) ? Scratch.borrow(plan.bytes(B)) : null;
        address = scratch == null ? b : scratch.address();
        if (scratch != null) plan.copyTogether(B, b, address);
    }

    /** Of products of these sizes, at b, with the bias at {@code bias} if they have one; null where oneDNN has nothing good. */
    static @Nullable RightFactor of(Matmul.Sizes sizes, long b, long bias) {
        var plan = Matmul.packing(sizes);
        return plan == null ? null : new RightFactor(sizes, plan, b, bias);
    }

    /** One product, in the calling thread. */
    void times(long a, long y) {
        if (sizes.bias()) plan.execute(OWN, a, address, bias, y);
        else plan.execute(OWN, a, address, y);
    }

    @Override
    public void close() {
        if (scratch != null) scratch.giveBack();
    }
}
