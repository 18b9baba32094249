package flambeau.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flambeau.args.Args;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.tensor.Tensor;
import flambeau.tensor.TensorBytes;
import flambeau.tensor.Tensors;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The cases of a pair of files.
 *
 * @param name as {@code tensor_index}
 * @param cases in the order of the file
 */
record Family(String name, List<Case> cases) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads a pair of files.
     *
     * @throws IOException if they are not in the format; the message says what is wrong
     */
    static Family read(String name, byte[] cases, byte[] tensors) throws IOException {
        var json = json(name + ".json", cases, 0, cases.length);
        if (json.path("format").asInt() != 1 || !json.path("cases").isArray())
            throw new IOException(name + ".json is no file of cases in format 1");
        var values = new Values(tensors(name + ".safetensors", tensors));
        var all = new ArrayList<Case>();
        for (var entry : json.get("cases")) all.add(new Case(entry, values));
        return new Family(name, all);
    }

    private static JsonNode json(String file, byte[] bytes, int from, int n) throws IOException {
        try {
            return JSON.readTree(bytes, from, n);
        } catch (IOException e) {
            throw new IOException(
                    file + " is no JSON: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
    }

    private static Map<String, Tensor> tensors(String file, byte[] bytes) throws IOException {
        long n = bytes.length < 8
                ? -1
                : ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (n < 0 || n > bytes.length - 8) throw new IOException(file + " is no safetensors file");
        int data = 8 + (int) n;
        var found = new HashMap<String, Tensor>();
        for (var entry : json(file, bytes, 8, (int) n).properties())
            if (!entry.getKey().equals("__metadata__"))
                found.put(entry.getKey(), tensor(file, entry.getValue(), bytes, data));
        return found;
    }

    private static Tensor tensor(String file, JsonNode entry, byte[] bytes, int data) throws IOException {
        var offsets = entry.path("data_offsets");
        int begin = data + offsets.path(0).asInt(), end = data + offsets.path(1).asInt();
        int[] sizes = new int[entry.path("shape").size()];
        for (int i = 0; i < sizes.length; i++)
            sizes[i] = entry.get("shape").get(i).asInt();
        var dtype = dtype(file, entry.path("dtype").asText());
        var shape = Shape.of(sizes);
        if (begin < data || end > bytes.length || end - begin != shape.count() * dtype.bytes())
            throw new IOException(file + " has a tensor whose data is not where it should be");
        var x = Tensors.empty(shape, Args.dtype(dtype));
        TensorBytes.read(x, Channels.newChannel(new ByteArrayInputStream(bytes, begin, end - begin)));
        return x;
    }

    private static DType dtype(String file, String word) throws IOException {
        var name = switch (word.toUpperCase(Locale.ROOT)) {
            case "F64" -> DType.FLOAT64;
            case "F32" -> DType.FLOAT32;
            case "F16" -> DType.FLOAT16;
            case "BF16" -> DType.BFLOAT16;
            case "I64" -> DType.INT64;
            case "I32" -> DType.INT32;
            case "I16" -> DType.INT16;
            case "I8" -> DType.INT8;
            case "U8" -> DType.UINT8;
            case "BOOL" -> DType.BOOL;
            default -> throw new IOException(file + " has a tensor of an unknown dtype: " + word);
        };
        return name;
    }
}
