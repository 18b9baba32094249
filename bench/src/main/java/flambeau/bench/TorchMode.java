package flambeau.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * A way to run PyTorch's program.
 *
 * @param name what the table calls it
 * @param words the options of the program
 */
record TorchMode(String name, List<String> words) {
    static final TorchMode EAGER = new TorchMode("eager", List.of());

    /** Every combination of the modes that make a difference to a workload, eager first. */
    static List<TorchMode> of(String workload) {
        boolean trains = workload.contains("_train");
        boolean infers = workload.contains("_infer") || workload.startsWith("matmul_");
        boolean isNet = trains || workload.contains("_infer");
        boolean hasImages = workload.matches("(lenet|resnet18|alexnet)_.*");
        var modes = new ArrayList<>(List.of(EAGER));
        if (infers) modes.add(new TorchMode("inference", List.of("--mode", "inference")));
        if (isNet || infers || workload.startsWith("elementwise_"))
            modes.add(new TorchMode("compile", List.of("--mode", "compile")));
        if (hasImages) modes.addAll(with(modes, "channels-last", "--channels-last"));
        if (trains) modes.addAll(with(modes, "fused", "--fused"));
        return modes;
    }

    private static List<TorchMode> with(List<TorchMode> modes, String name, String word) {
        return modes.stream().map(mode -> mode.and(name, word)).toList();
    }

    private TorchMode and(String more, String word) {
        var all = new ArrayList<>(words);
        all.add(word);
        return new TorchMode(words.isEmpty() ? more : name + ", " + more, all);
    }
}
