import java.util.List;

/** Prints as bench/peers/bench_torch.py does: an iteration takes a second, half of that if fused; nothing can be compiled. */
final class TorchBench {
    private TorchBench() {}

    static void main(String[] args) {
        var words = List.of(args);
        var workload = words.get(words.indexOf("--only") + 1);
        if (words.contains("compile")) IO.println("FAILED " + workload + ": no compiler");
        else
            IO.println("{\"workload\": \"%s\", \"median_ms\": %d, \"version\": \"of this test\"}"
                    .formatted(workload, words.contains("--fused") ? 500 : 1000));
    }
}
