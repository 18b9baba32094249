package flambeau.bench;

import static flambeau.tensor.Tensors.noGrad;

import flambeau.tensor.Tensors;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code flambeau bench ops}: single operations against PyTorch's, evaluation by evaluation in turn. */
@Command(
        name = "ops",
        mixinStandardHelpOptions = true,
        description = "Times single operations here and in PyTorch in turn and prints the ratios of the times.")
public final class OpsCommand implements Callable<Integer> {
    private static final int LARGE = 100_000; // elements, from which on a result does not stay in the cache

    @Mixin
    private InTurn turns;

    @Option(
            names = "--program",
            defaultValue = "bench/peers/ops_torch.py",
            description = "PyTorch's program (${DEFAULT-VALUE})")
    private Path program;

    @Option(
            names = "--sizes",
            split = ",",
            defaultValue = "4,1000,1000000",
            description = "numbers of elements (${DEFAULT-VALUE})")
    private List<Integer> sizes = List.of();

    @Option(names = "--area", split = ",", description = "just these of ${COMPLETION-CANDIDATES}")
    private List<OpCase.Area> areas = List.of(OpCase.Area.values());

    @Option(names = "--only", paramLabel = "TEXT", description = "just operations whose PyTorch text contains this")
    private String only = "";

    @Option(
            names = "--scope",
            description = "evaluate inside scope(), so that memory of results returns at once, as PyTorch's does")
    private boolean scope;

    @Override
    public Integer call() {
        for (int n : sizes) if (n < 1) throw turns.refused("--sizes must be at least 1, got " + n);
        var cases = OpCases.ALL.stream()
                .filter(c -> areas.contains(c.area()) && c.torch().contains(only))
                .toList();
        if (cases.isEmpty()) throw turns.refused("--only: no operation contains " + only);
        try (var torch = turns.torch(program);
                var _ = noGrad()) {
            compare(cases, torch);
        }
        return 0;
    }

    private void compare(List<OpCase> cases, TorchOps torch) {
        System.out.printf(
                "times in us a call, PyTorch %s / here (ratio); below 1 PyTorch is faster%n%n", torch.version());
        System.out.printf("| %-34s | %8s |", "operation", "elements");
        for (int t : turns.threads) System.out.printf(" %30s |", t == 1 ? "1 thread" : t + " threads");
        System.out.printf(" why slower |%n|%s|---:|%s---|%n", "---", "---:|".repeat(turns.threads.size()));
        int slower = 0, all = 0;
        for (int n : sizes) {
            var operands = new OpOperands(n);
            for (var op : cases) {
                var row =
                        turns.threads.stream().map(t -> cell(op, operands, torch, t)).toList();
                boolean behind = row.stream().anyMatch(c -> c.ratio() < 1);
                slower += (int) row.stream().filter(c -> c.ratio() < 1).count();
                all += row.size();
                System.out.printf("| %-34s | %8d |", "`" + op.torch() + "`", n);
                for (var cell : row) System.out.printf(" %30s |", cell);
                System.out.printf(" %s |%n", behind ? why(op, n) : "");
            }
        }
        System.out.printf("%n%d of %d cells are slower than PyTorch%n", slower, all);
    }

    /** What is known of a slow cell: of the operation itself, or of all that make a large result. */
    private String why(OpCase op, int n) {
        if (!op.because().isEmpty() || n < LARGE || scope) return op.because();
        return "the result's memory is not the last one's, see --scope";
    }

    private Cell cell(OpCase op, OpOperands operands, TorchOps torch, int t) {
        Tensors.setNumThreads(t);
        return turns.cell(
                () -> torch.median(op.torch(), t, operands.n, turns.seconds),
                () -> OpTiming.median(() -> evaluate(op, operands), turns.seconds));
    }

    private Object evaluate(OpCase op, OpOperands operands) {
        if (!scope) return op.step().apply(operands);
        try (var _ = Tensors.scope()) {
            return op.step().apply(operands);
        }
    }
}
