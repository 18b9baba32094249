package flambeau.cli;

import flambeau.bench.BenchCommand;
import flambeau.examples.MnistCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root of the commands that {@code ./flambeau} takes. */
@Command(
        name = "flambeau",
        mixinStandardHelpOptions = true,
        version = "flambeau 0.1.0",
        description = "torch.nn for Java",
        subcommands = {MnistCommand.class, BenchCommand.class})
public final class Main implements Runnable {
    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
