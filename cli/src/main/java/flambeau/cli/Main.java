package flambeau.cli;

import flambeau.bench.BenchCommand;
import flambeau.conformance.ConformanceCommand;
import flambeau.examples.ChapterCommand;
import flambeau.examples.MnistCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root of the commands that {@code ./flambeau} takes. */
@Command(
        name = "flambeau",
        mixinStandardHelpOptions = true,
        version = "flambeau 0.1.0",
        description = "torch.nn for Java",
        subcommands = {MnistCommand.class, ChapterCommand.class, BenchCommand.class, ConformanceCommand.class})
public final class Main implements Runnable {
    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    /** The command line; a bad option is one line and status 2, without the usage text. */
    static CommandLine commandLine() {
        return new CommandLine(new Main()).setParameterExceptionHandler((e, _) -> {
            var command = e.getCommandLine();
            command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + e.getMessage());
            return command.getCommandSpec().exitCodeOnInvalidInput();
        });
    }

    static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }
}
