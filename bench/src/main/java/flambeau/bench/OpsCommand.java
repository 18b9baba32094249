package flambeau.bench;

import static flambeau.tensor.Tensors.noGrad;

import flambeau.tensor.Tensors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code flambeau bench ops}: single operations against PyTorch's, evaluation by evaluation in turn. */
@Command(
        name = "ops",
        mixinStandardHelpOptions = true,
        description = "Times single operations here and in PyTorch in turn and prints the ratios of the times.")
public final class OpsCommand implements Callable<Integer> {
    private static final int LARGE = 100_000; // elements, from which on a result does not stay in the cache

    @Spec
    private CommandSpec spec;

    @Option(names = "--torch", required = true, paramLabel = "PYTHON", description = "a Python that has torch")
    private Path python;

    @Option(
            names = "--program",
            defaultValue = "bench/peers/ops_torch.py",
            description = "PyTorch's program (${DEFAULT-VALUE})")
    private Path program;

    @Option(names = "--threads", split = ",", defaultValue = "1,2", description = "thread counts (${DEFAULT-VALUE})")
    private List<Integer> threads = List.of();

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

    @Option(names = "--rounds", defaultValue = "3", description = "turns of each side (${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "0.1", description = "seconds a turn (${DEFAULT-VALUE})")
    private double seconds;

    @Option(
            names = "--scope",
            description = "evaluate inside scope(), so that memory of results returns at once, as PyTorch's does")
    private boolean scope;

    @Override
    public Integer call() {
        if (rounds < 1) throw refused("--rounds must be at least 1, got " + rounds);
        if (!(seconds > 0)) throw refused("--seconds must be positive, got " + seconds);
        for (int n : sizes) if (n < 1) throw refused("--sizes must be at least 1, got " + n);
        for (int n : threads) if (n < 1) throw refused("--threads must be at least 1, got " + n);
        if (!Files.isRegularFile(program)) throw refused("--program: there is no file " + program);
        var cases = OpCases.ALL.stream()
                .filter(c -> areas.contains(c.area()) && c.torch().contains(only))
                .toList();
        if (cases.isEmpty()) throw refused("--only: no operation contains " + only);
        try (var torch = new TorchOps(python, program);
                var _ = noGrad()) {
            compare(cases, torch);
        }
        return 0;
    }

    private void compare(List<OpCase> cases, TorchOps torch) {
        System.out.printf(
                "times in us a call, PyTorch %s / here (ratio); below 1 PyTorch is faster%n%n", torch.version());
        System.out.printf("| %-34s | %8s |", "operation", "elements");
        for (int t : threads) System.out.printf(" %30s |", t == 1 ? "1 thread" : t + " threads");
        System.out.printf(" why slower |%n|%s|---:|%s---|%n", "---", "---:|".repeat(threads.size()));
        int slower = 0, all = 0;
        for (int n : sizes) {
            var operands = new OpOperands(n);
            for (var op : cases) {
                var row =
                        threads.stream().map(t -> cell(op, operands, torch, t)).toList();
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

    /** One cell of the table: medians in seconds, and the median of the ratios. */
    private record Cell(double theirs, double ours, double ratio) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s / %s (%.2f)", us(theirs), us(ours), ratio);
        }
    }

    private static String us(double seconds) {
        double us = seconds * 1e6;
        return String.format(Locale.ROOT, us < 10 ? "%.3f" : us < 100 ? "%.1f" : "%.0f", us);
    }

    private Cell cell(OpCase op, OpOperands operands, TorchOps torch, int t) {
        Tensors.setNumThreads(t);
        double[] theirs = new double[rounds], ours = new double[rounds], ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            theirs[round] = torch.median(op.torch(), t, operands.n, seconds);
            ours[round] = OpTiming.median(() -> evaluate(op, operands), seconds);
            ratios[round] = theirs[round] / ours[round];
        }
        return new Cell(median(theirs), median(ours), median(ratios));
    }

    private Object evaluate(OpCase op, OpOperands operands) {
        if (!scope) return op.step().apply(operands);
        try (var _ = Tensors.scope()) {
            return op.step().apply(operands);
        }
    }

    private static double median(double[] values) {
        var sorted = new ArrayList<>(Arrays.stream(values).boxed().toList());
        sorted.sort(null);
        return sorted.get(sorted.size() / 2);
    }

    private ParameterException refused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
