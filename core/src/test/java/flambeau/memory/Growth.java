package flambeau.memory;

import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.randn;

import flambeau.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Work that allocates far more than it holds; {@link GrowthTest} watches it, also in a process with a small heap. */
final class Growth {
    private Growth() {}

    /** 20,000 steps, each with small tensors, a gradient, and now and then a large tensor. */
    static double work(int steps) {
        Tensor w = ones(4, 4).requiresGrad_();
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            Tensor x = randn(32, 4);
            x.matmul(w).sigmoid().mean().backward();
            w.zeroGrad();
            if (i % 4 == 0)
                sum += ones(256, 256 + i % 100)
                        .mul(2)
                        .select(0, 0)
                        .select(0, 0)
                        .item()
                        .doubleValue();
            if (i % 100 == 0) sum += ones(1 << 20).add(1).get(5).item().doubleValue();
        }
        return sum;
    }

    static double expected(int steps) {
        double sum = 0;
        for (int i = 0; i < steps; i++) sum += (i % 4 == 0 ? 2 : 0) + (i % 100 == 0 ? 2 : 0);
        return sum;
    }

    /** A line of {@code /proc/self/status} in bytes, or -1 where there is none. */
    static long status(String name) throws IOException {
        var file = Path.of("/proc/self/status");
        if (!Files.exists(file)) return -1;
        for (var line : Files.readAllLines(file))
            if (line.startsWith(name + ":")) return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
        return -1;
    }

    static void main() throws IOException {
        int steps = 20_000;
        if (work(steps) != expected(steps)) throw new AssertionError("wrong sum");
        System.out.println(status("VmHWM"));
    }
}
