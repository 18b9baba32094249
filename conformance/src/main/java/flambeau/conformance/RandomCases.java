package flambeau.conformance;

import flambeau.array.DType;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;

/** The kind {@code rng}: calls that draw from one stream. */
final class RandomCases implements Kind {
    private static final Tolerance LAST_BITS = new Tolerance(5e-7, 5e-7);

    @Override
    public void run(Case c) {
        Tensors.manualSeed(c.require("rng_seed").longValue());
        int i = 0;
        for (var call : c.require("calls")) {
            var api = call.get("api").textValue();
            var result = Call.function(api, c.values().arguments(call.get("inputs")));
            var expected = c.values().of(call.get("expected"));
            var tolerance = call.get("exact").booleanValue() ? Tolerance.EXACT : tolerance(c, expected);
            Compare.same("call " + i++ + ", " + api, result, expected, tolerance);
        }
    }

    /** The tolerance belongs to the dtype of the case: no float32 beside float64 can be held to less than its last bits. */
    private static Tolerance tolerance(Case c, Object expected) {
        boolean coarser = c.dtype() == DType.FLOAT64 && expected instanceof Tensor x && x.dtype() == DType.FLOAT32;
        return coarser ? LAST_BITS : c.tolerance();
    }
}
