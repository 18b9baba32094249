package flambeau.io;

import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The header of a safetensors file.
 *
 * @param entries the tensors, in the order of the header
 * @param metadata texts by name
 */
record Header(List<Entry> entries, Map<String, String> metadata) {
    static final int LENGTH_BYTES = 8;
    static final int LONGEST = 100_000_000; // the reference implementation's limit
    static final String METADATA = "__metadata__";

    /**
     * One tensor.
     *
     * @param begin where its bytes begin, counted from the start of the data
     * @param end where they end
     */
    record Entry(String name, DType dtype, Shape shape, long begin, long end) {}

    /** A header for these tensors. In the data wide elements come first, so that all are aligned. */
    static Header of(Map<String, ? extends Tensor> tensors, Map<String, String> metadata) {
        if (tensors.containsKey(METADATA))
            throw new IllegalArgumentException("save: a tensor must not be named " + METADATA);
        var entries = new ArrayList<Entry>();
        long[] begin = new long[9]; // of the elements of each width
        tensors.forEach((name, x) -> {
            if (name == null || x == null)
                throw new IllegalArgumentException("save: tensor \"%s\" must not be null".formatted(name));
            int width = x.dtype().bytes();
            long bytes = x.numel() * width;
            entries.add(new Entry(name, x.dtype(), x.shape(), begin[width], begin[width] += bytes));
        });
        long start = 0;
        for (int width = 8; width > 0; width /= 2) {
            long bytes = begin[width];
            begin[width] = start;
            start += bytes;
        }
        entries.replaceAll(e -> {
            long shift = begin[e.dtype().bytes()];
            return new Entry(e.name(), e.dtype(), e.shape(), e.begin() + shift, e.end() + shift);
        });
        metadata.forEach((key, value) -> {
            if (key == null || value == null)
                throw new IllegalArgumentException("save: a text of the metadata must not be null: " + key);
        });
        return new Header(entries, metadata);
    }

    /** The entries in the order of their data. */
    List<Entry> byOffset() {
        return entries.stream()
                .sorted(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end))
                .toList();
    }

    /** The format's word for a dtype, as {@code F32}. */
    static String word(DType dtype) {
        return switch (dtype) {
            case BOOL -> "BOOL";
            case UINT8 -> "U8";
            case INT8 -> "I8";
            case INT16 -> "I16";
            case INT32 -> "I32";
            case INT64 -> "I64";
            case FLOAT16 -> "F16";
            case BFLOAT16 -> "BF16";
            case FLOAT32 -> "F32";
            case FLOAT64 -> "F64";
        };
    }

    /** The length and the JSON, padded so that the data begins at a multiple of 8. */
    ByteBuffer bytes() {
        ByteBuffer json;
        try {
            json = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(json()));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("save: a name or text has half a character", e);
        }
        int length = (json.remaining() + LENGTH_BYTES - 1) / LENGTH_BYTES * LENGTH_BYTES;
        if (length > LONGEST)
            throw new IllegalArgumentException(
                    "save: the header must not be longer than %d bytes, got %d".formatted(LONGEST, length));
        var bytes = ByteBuffer.allocate(LENGTH_BYTES + length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(length).put(json);
        while (bytes.hasRemaining()) bytes.put((byte) ' ');
        return bytes.flip();
    }

    private String json() {
        var json = new StringJoiner(",", "{", "}");
        if (!metadata.isEmpty()) {
            var texts = new StringJoiner(",", "{", "}");
            metadata.forEach((key, value) -> texts.add(Json.quote(key) + ":" + Json.quote(value)));
            json.add(Json.quote(METADATA) + ":" + texts);
        }
        for (var e : entries)
            json.add("%s:{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                    .formatted(
                            Json.quote(e.name()),
                            word(e.dtype()),
                            Arrays.toString(e.shape().sizes()).replace(" ", ""),
                            e.begin(),
                            e.end()));
        return json.toString();
    }
}
