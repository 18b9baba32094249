package flambeau.bench;

import flambeau.tensor.Tensors;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code flambeau bench peak}: what the machine does at most, and how much of that matrix products reach. */
@Command(
        name = "peak",
        mixinStandardHelpOptions = true,
        description = "Measures multiply-adds and memory of this machine, and the share that square matmul reaches.")
public final class PeakCommand implements Callable<Integer> {
    private static final List<Integer> SIZES = List.of(1024, 2048);

    @Option(names = "--threads", split = ",", defaultValue = "1,2", description = "thread counts (${DEFAULT-VALUE})")
    private List<Integer> threads = List.of();

    @Override
    public Integer call() throws InterruptedException {
        System.out.print(table(threads));
        return 0;
    }

    /** A line for each number of threads. Peaks are taken before and after the products: clocks drift. */
    static String table(List<Integer> threads) throws InterruptedException {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty())
            return "The machine's peaks are measured with --add-modules jdk.incubator.vector.\n";
        var text = new StringBuilder("| threads | FMA peak GF/s | memory GB/s |");
        for (int n : SIZES) text.append(" matmul_").append(n).append(" GF/s |");
        text.append("\n|---:|---:|---:|").append("---:|".repeat(SIZES.size())).append('\n');
        for (int t : threads) text.append(row(t));
        return text.toString();
    }

    private static String row(int threads) throws InterruptedException {
        Tensors.setNumThreads(threads);
        double before = Peak.gigaflops(threads);
        var rates = SIZES.stream().map(PeakCommand::gigaflops).toList();
        double peak = Math.max(before, Peak.gigaflops(threads));
        var text = new StringBuilder(
                String.format(Locale.ROOT, "| %d | %.0f | %.1f |", threads, peak, Peak.gigabytes(threads)));
        for (double rate : rates) text.append(String.format(Locale.ROOT, " %.0f (%.0f %%) |", rate, 100 * rate / peak));
        return text.append('\n').toString();
    }

    private static double gigaflops(int n) {
        var matmul = Expressions.matmul(n);
        return matmul.flop() / Timing.of(matmul.step().get(), 1).medianMs() * 1e-6;
    }
}
