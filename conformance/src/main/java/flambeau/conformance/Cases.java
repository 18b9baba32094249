package flambeau.conformance;

import flambeau.array.DType;
import flambeau.tensor.Tensors;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs cases, one after the other. */
final class Cases {
    /** What the report says of a case that passes. */
    static final String OK = "ok";

    private static final Map<String, Kind> KINDS = Map.of(
            "module", new ModuleCases(),
            "functional", new FunctionCases(),
            "tensor", new FunctionCases(),
            "optim", new OptimizerCases(),
            "scheduler", new SchedulerCases(),
            "init", new InitCases(),
            "rng", new RandomCases(),
            "trajectory", new TrajectoryCases());

    private Cases() {}

    /** {@link #OK}, or why the case fails. */
    static String run(Case c) {
        Tensors.setDefaultDtype(DType.FLOAT32);
        Tensors.manualSeed(0);
        try {
            var kind = KINDS.get(c.kind());
            if (kind == null) return "unknown kind: " + c.kind();
            kind.run(c);
            return OK;
        } catch (Failed e) {
            return line(e.getMessage());
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            return line("threw " + describe(e));
        }
    }

    static String describe(Throwable e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
    }

    private static String line(@Nullable String text) {
        return String.valueOf(text).replaceAll("\\s+", " ").strip();
    }
}
