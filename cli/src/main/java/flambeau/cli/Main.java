package flambeau.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root of the commands that {@code ./flambeau} takes. */
@Command(name = "flambeau", mixinStandardHelpOptions = true, description = "torch.nn for Java")
public final class Main implements Runnable {
    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
