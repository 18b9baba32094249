package flambeau.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleSupplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What commands take that time this library and PyTorch in turn. */
final class InTurn {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--torch", required = true, paramLabel = "PYTHON", description = "a Python that has torch")
    private Path python;

    @Option(names = "--threads", split = ",", defaultValue = "1,2", description = "thread counts (${DEFAULT-VALUE})")
    List<Integer> threads = List.of();

    @Option(names = "--rounds", defaultValue = "3", description = "turns of each side (${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "0.1", description = "seconds a turn (${DEFAULT-VALUE})")
    double seconds;

    /** PyTorch's side, once the options have been looked at. */
    TorchOps torch(Path program) {
        if (rounds < 1) throw refused("--rounds must be at least 1, got " + rounds);
        if (!(seconds > 0)) throw refused("--seconds must be positive, got " + seconds);
        for (int n : threads) if (n < 1) throw refused("--threads must be at least 1, got " + n);
        if (!Files.isRegularFile(program)) throw refused("--program: there is no file " + program);
        return new TorchOps(python, program);
    }

    /** Times of both sides, in turn. */
    Cell cell(DoubleSupplier theirs, DoubleSupplier ours) {
        double[] theirTimes = new double[rounds], ourTimes = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            theirTimes[round] = theirs.getAsDouble();
            ourTimes[round] = ours.getAsDouble();
        }
        return Cell.of(theirTimes, ourTimes);
    }

    ParameterException refused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
