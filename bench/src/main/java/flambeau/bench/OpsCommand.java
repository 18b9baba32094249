package flambeau.bench;

import static flambeau.tensor.Tensors.noGrad;

import flambeau.tensor.Tensors;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
    private static final int WARM = 20; // turns before the first operation is timed

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
            warm(cases, operands);
            for (var op : cases) {
                var row = turns.threads.stream()
                        .map(t -> cell(op, operands, torch, t))
                        .toList();
                boolean behind = row.stream().anyMatch(c -> c.ratio() < 1);
                slower += (int) row.stream().filter(c -> c.ratio() < 1).count();
                all += row.size();
                System.out.printf("| %-34s | %8d |", "`" + op.torch() + "`", n);
                for (var cell : row) System.out.printf(" %30s |", cell);
                System.out.printf(" %s |%n", behind ? why(op, operands, row) : "");
            }
        }
        System.out.printf("%n%d of %d cells are slower than PyTorch%n", slower, all);
    }

    /** Evaluates all for a while, so that loops are compiled in the background before the first is timed. */
    private void warm(List<OpCase> cases, OpOperands operands) {
        double end = OpTiming.now() + WARM * turns.seconds;
        do for (var op : cases) OpTiming.turn(() -> evaluate(op, operands), 6 * turns.seconds);
        while (OpTiming.now() < end);
    }

    /**
     * What is known of a slow cell: of the operation, and where the result is large also the ratio in {@code scope()}, where
     * its memory is the last one's, as PyTorch's is.
     */
    private String why(OpCase op, OpOperands operands, List<Cell> row) {
        var reason = OpReasons.of(op);
        if (operands.n < LARGE || scope) return reason;
        int worst = 0;
        for (int i = 1; i < row.size(); i++)
            if (row.get(i).ratio() < row.get(worst).ratio()) worst = i;
        Tensors.setNumThreads(turns.threads.get(worst));
        double ours = OpTiming.median(() -> inScope(op, operands), turns.seconds);
        double ratio = row.get(worst).theirs() / ours;
        var more = String.format(Locale.ROOT, "new memory for each result, without that %.2f", ratio);
        return ratio >= 1 || reason.isEmpty() ? more : reason + "; " + more;
    }

    private Cell cell(OpCase op, OpOperands operands, TorchOps torch, int t) {
        Tensors.setNumThreads(t);
        return turns.cell(
                () -> torch.median(op.torch(), t, operands.n, turns.seconds),
                () -> OpTiming.median(() -> evaluate(op, operands), turns.seconds));
    }

    private Object evaluate(OpCase op, OpOperands operands) {
        return scope ? inScope(op, operands) : op.step().apply(operands);
    }

    private static Object inScope(OpCase op, OpOperands operands) {
        try (var _ = Tensors.scope()) {
            return op.step().apply(operands);
        }
    }
}
