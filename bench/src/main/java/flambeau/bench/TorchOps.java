package flambeau.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A running bench/peers/ops_torch.py, which times expressions on request. */
final class TorchOps implements AutoCloseable {
    private final Process process;
    private final BufferedWriter requests;
    private final BufferedReader answers;
    private final String version;

    TorchOps(Path python, Path program) {
        try {
            process = new ProcessBuilder(python.toString(), program.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("bench ops: cannot run " + python, e);
        }
        requests = process.outputWriter();
        answers = process.inputReader();
        version = line("its version");
    }

    /** PyTorch's version. */
    String version() {
        return version;
    }

    /** The median time of {@code expression} in seconds. */
    double median(String expression, int threads, int n, double seconds) {
        try {
            requests.write("%d\t%d\t%s\t%s%n".formatted(threads, n, seconds, expression));
            requests.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("bench ops: PyTorch's program has ended", e);
        }
        var answer = line(expression);
        if (answer.startsWith("-"))
            throw new IllegalStateException(
                    "bench ops: PyTorch refuses %s:%s".formatted(expression, answer.substring(1)));
        return Double.parseDouble(answer);
    }

    private String line(String what) {
        try {
            var line = answers.readLine();
            if (line == null)
                throw new IllegalStateException("bench ops: PyTorch's program ended before it told " + what);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException("bench ops: PyTorch's program has ended", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
