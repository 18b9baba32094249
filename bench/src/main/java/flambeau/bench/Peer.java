package flambeau.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that times workloads by the rule of {@link Timing}: this one or PyTorch's.
 *
 * @param words the command without its options
 */
record Peer(List<String> words) {
    /** What a run printed: a line of JSON, or in its place why there is none. */
    sealed interface Answer {}

    record Time(double ms, String version) implements Answer {}

    record None(String why) implements Answer {}

    /** A run in a process of its own. */
    Answer time(String workload, int threads, double seconds, List<String> options) throws InterruptedException {
        var command = new ArrayList<>(words);
        command.addAll(List.of("--threads", "" + threads, "--only", workload, "--seconds", "" + seconds));
        command.addAll(options);
        var lines = Processes.lines(command);
        for (var line : lines.reversed()) if (line.startsWith("{")) return time(line);
        return new None(lines.isEmpty() ? String.join(" ", command) + " printed nothing" : lines.getLast());
    }

    private static Answer time(String line) {
        try {
            JsonNode json = new ObjectMapper().readTree(line);
            return new Time(
                    json.required("median_ms").asDouble(),
                    json.required("version").asText());
        } catch (JsonProcessingException e) {
            return new None(line);
        }
    }
}
