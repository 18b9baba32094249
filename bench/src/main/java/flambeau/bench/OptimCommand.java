package flambeau.bench;

import static flambeau.tensor.Tensors.rand;
import static flambeau.tensor.Tensors.setNumThreads;

import flambeau.optim.Optimizer;
import flambeau.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code flambeau bench optim}: steps of optimisers against PyTorch's, in each of the forms that PyTorch has. */
@Command(
        name = "optim",
        mixinStandardHelpOptions = true,
        description = "Times steps of optimisers here and in PyTorch in turn and prints the ratios of the times.")
public final class OptimCommand implements Callable<Integer> {
    /** So many parameters of so many elements. */
    record Parameters(int count, int n) {
        static final class Converter implements ITypeConverter<Parameters> {
            @Override
            public Parameters convert(String text) {
                var parts = text.split("x", 2);
                if (parts.length < 2) throw new TypeConversionException("'%s' is not COUNTxELEMENTS".formatted(text));
                return new Parameters(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            }
        }

        List<Tensor> make() {
            var all = new ArrayList<Tensor>();
            for (int i = 0; i < count; i++) {
                var p = rand(n).requiresGrad_();
                p.setGrad(rand(n));
                all.add(p);
            }
            return all;
        }
    }

    @Mixin
    private InTurn turns;

    @Option(
            names = "--program",
            defaultValue = "bench/peers/optim_torch.py",
            description = "PyTorch's program (${DEFAULT-VALUE})")
    private Path program;

    @Option(
            names = "--parameters",
            split = ",",
            defaultValue = "100x1000,1x10000000",
            paramLabel = "COUNTxELEMENTS",
            converter = Parameters.Converter.class,
            description = "numbers of parameters and of their elements (${DEFAULT-VALUE})")
    private List<Parameters> parameters = List.of();

    @Option(names = "--only", split = ",", paramLabel = "NAME", description = "just these optimisers")
    private List<String> only = List.of();

    @Override
    public Integer call() {
        for (var p : parameters)
            if (p.count < 1 || p.n < 1)
                throw turns.refused("--parameters must be at least 1x1, got %dx%d".formatted(p.count, p.n));
        var cases = OptimCases.named(only, turns::refused);
        try (var torch = turns.torch(program)) {
            compare(cases, torch);
        }
        return 0;
    }

    private void compare(List<OptimCase> cases, TorchOps torch) {
        System.out.printf(
                "times in us a step, PyTorch %s / here (ratio); below 1 PyTorch is faster%n%n", torch.version());
        System.out.printf("| %-10s | %-12s | threads |", "optimiser", "parameters");
        for (var form : OptimCase.Form.values()) System.out.printf(" %26s |", form.title());
        System.out.printf("%n|---|---|---:|%s%n", "---:|".repeat(OptimCase.Form.values().length));
        for (var p : parameters)
            for (var one : cases)
                for (int t : turns.threads) {
                    System.out.printf("| %-10s | %-12s | %7d |", one.name(), p.count + " x " + p.n, t);
                    setNumThreads(t);
                    var optimizer = one.make().apply(p.make());
                    for (var form : OptimCase.Form.values())
                        System.out.printf(" %26s |", one.has(form) ? cell(one, form, p, optimizer, torch, t) : "");
                    System.out.println();
                }
    }

    private Cell cell(
            OptimCase one, OptimCase.Form form, Parameters p, Optimizer optimizer, TorchOps torch, int threads) {
        return turns.cell(
                () -> torch.median(one.torch(form, p.count), threads, p.n, turns.seconds),
                () -> OpTiming.median(
                        () -> {
                            optimizer.step();
                            return optimizer;
                        },
                        turns.seconds));
    }
}
