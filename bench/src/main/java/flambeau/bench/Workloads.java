package flambeau.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** All workloads, in the order of PyTorch's program. */
final class Workloads {
    private final List<Workload> all;

    /** With the picture of {@code image_pipeline}, which is read when that is run. */
    Workloads(Path image) {
        all = Stream.of(
                        Perceptrons.ALL,
                        ConvolutionalNets.LENET,
                        Perceptrons.NORMALIZED,
                        ConvolutionalNets.LARGE,
                        Sequences.ALL,
                        Expressions.ALL,
                        List.of(ImagePipeline.of(image)))
                .flatMap(List::stream)
                .toList();
    }

    List<Workload> all() {
        return all;
    }

    /** The workloads of these names, all if there are none; {@code refuse} makes the exception for a name that is none. */
    List<Workload> named(List<String> names, Function<String, RuntimeException> refuse) {
        if (names.isEmpty()) return all;
        return names.stream()
                .map(name -> all.stream()
                        .filter(workload -> workload.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> refuse.apply("--only: there is no workload " + name)))
                .toList();
    }
}
