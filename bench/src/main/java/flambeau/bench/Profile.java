package flambeau.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * What samples of the running threads saw, those that waited not counted.
 *
 * @param samples their number for each place
 */
record Profile(Map<Place, Integer> samples) {
    /** Where a sample was taken: in whose code, told by the innermost of Flambeau's methods. */
    enum Place {
        NATIVE,
        KERNEL,
        AROUND
    }

    private static final Duration PERIOD = Duration.ofMillis(10);

    /** Samples what {@code work} does. */
    static Profile of(Runnable work) throws IOException {
        var file = Files.createTempFile("flambeau-profile", ".jfr");
        try (var recording = new Recording()) {
            recording.enable("jdk.ExecutionSample").withPeriod(PERIOD);
            recording.enable("jdk.NativeMethodSample").withPeriod(PERIOD);
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
            return read(RecordingFile.readAllEvents(file));
        } finally {
            Files.delete(file);
        }
    }

    private static Profile read(Iterable<RecordedEvent> events) {
        var samples = new EnumMap<Place, Integer>(Place.class);
        for (var event : events) {
            var thread = event.getThread("sampledThread");
            var stack = event.getStackTrace();
            if (thread == null || thread.getJavaName() == null || stack == null) continue;
            if (!works(thread.getJavaName())) continue;
            for (var frame : stack.getFrames()) {
                var name = frame.getMethod().getType().getName();
                if (name.endsWith("LockSupport") || name.equals("flambeau.kernel.Parallel$Worker")) break; // it waits
                if (!name.startsWith("flambeau.")) continue;
                samples.merge(place(name), 1, Integer::sum);
                break;
            }
        }
        return new Profile(samples);
    }

    private static boolean works(String thread) {
        return thread.equals("main") || thread.startsWith("flambeau-") && !thread.endsWith("warmer");
    }

    private static Place place(String type) {
        if (type.startsWith("flambeau.onednn.")) return Place.NATIVE;
        return type.startsWith("flambeau.kernel.") ? Place.KERNEL : Place.AROUND;
    }

    /** The share in per cent. */
    double share(Place place) {
        int all = samples.values().stream().mapToInt(Integer::intValue).sum();
        return 100.0 * samples.getOrDefault(place, 0) / Math.max(all, 1);
    }
}
