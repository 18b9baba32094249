package flambeau.kernel;

import java.util.function.BooleanSupplier;

/** Runs something with a number of threads. */
final class Threads {
    private Threads() {}

    static boolean with(int n, BooleanSupplier body) {
        int before = Parallel.threads();
        Parallel.setThreads(n);
        try {
            return body.getAsBoolean();
        } finally {
            Parallel.setThreads(before);
        }
    }
}
