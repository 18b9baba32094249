package flambeau.bench;

import picocli.CommandLine;

/** The command as a program of its own. */
final class BenchProgram {
    private BenchProgram() {}

    static void main(String[] args) {
        System.exit(new CommandLine(new BenchCommand()).execute(args));
    }
}
