package flambeau.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A safetensors file with the bytes of its numbers sorted by their place in the number, all first bytes of all float32 numbers
 * and so on: what is alike lies together then, and the file can be compressed to nine tenths of what it would be otherwise.
 */
final class Planes {
    private Planes() {}

    /** Where a tensor's bytes are, counted from the end of the header. */
    private record Place(int begin, int end) {}

    static byte[] sort(byte[] file) throws IOException {
        return move(file, true);
    }

    static byte[] restore(byte[] sorted) throws IOException {
        return move(sorted, false);
    }

    private static byte[] move(byte[] from, boolean sort) throws IOException {
        int data =
                8 + (int) ByteBuffer.wrap(from).order(ByteOrder.LITTLE_ENDIAN).getLong();
        var to = from.clone();
        int at = data; // in the sorted file
        for (var entry : places(from, data).entrySet()) {
            int width = width(entry.getKey());
            for (int plane = 0; plane < width; plane++)
                for (var place : entry.getValue())
                    for (int i = data + place.begin + plane; i < data + place.end; i += width, at++)
                        if (sort) to[at] = from[i];
                        else to[i] = from[at];
        }
        return to;
    }

    /** The tensors of each dtype in the order of the file. */
    private static Map<String, List<Place>> places(byte[] file, int data) throws IOException {
        var all = new TreeMap<String, List<Place>>();
        for (var entry : new ObjectMapper().readTree(file, 8, data - 8).properties()) {
            var tensor = entry.getValue();
            if (!tensor.has("data_offsets")) continue;
            var offsets = tensor.get("data_offsets");
            all.computeIfAbsent(tensor.get("dtype").textValue(), _ -> new ArrayList<>())
                    .add(new Place(offsets.get(0).intValue(), offsets.get(1).intValue()));
        }
        all.values().forEach(list -> list.sort(Comparator.comparingInt(Place::begin)));
        return all;
    }

    private static int width(String dtype) {
        return switch (dtype) {
            case "F64", "I64" -> 8;
            case "F32", "I32" -> 4;
            case "F16", "BF16", "I16" -> 2;
            default -> 1;
        };
    }
}
