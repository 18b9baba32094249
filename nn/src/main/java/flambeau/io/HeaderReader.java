package flambeau.io;

import flambeau.array.DType;
import flambeau.array.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the header of a safetensors file and believes nothing: all rules are checked before any data is read. */
final class HeaderReader {
    private static final int MOST_DIMENSIONS = 64; // as in PyTorch

    private final Path path;

    private HeaderReader(Path path) {
        this.path = path;
    }

    /** The header of the file at {@code path}; {@code channel} then stands where the data begins. */
    static Header read(Path path, FileChannel channel) throws IOException {
        return new HeaderReader(path).read(channel);
    }

    private Header read(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < Header.LENGTH_BYTES) throw refusal("the file has %d bytes, its header alone takes 10", size);
        long length = InputFile.read(path, channel, Header.LENGTH_BYTES).getLong();
        if (length < 0 || length > Header.LONGEST)
            throw refusal("the header's length %s is above %d", Long.toUnsignedString(length), Header.LONGEST);
        if (length > size - Header.LENGTH_BYTES)
            throw refusal("the header's length %d goes beyond the end of the file (%d bytes)", length, size);
        var header = header(json(InputFile.read(path, channel, (int) length)));
        checkData(header, size - Header.LENGTH_BYTES - length);
        return header;
    }

    private Map<?, ?> json(ByteBuffer bytes) throws FileFormatException {
        if (!bytes.hasRemaining() || bytes.get(0) != '{') throw refusal("the header must begin with {");
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return (Map<?, ?>) Json.parse(text);
        } catch (CharacterCodingException e) {
            throw new FileFormatException(path, "the header is not UTF-8", e);
        } catch (Json.SyntaxException e) {
            throw new FileFormatException(path, "the header is not JSON as the format has it: " + e.getMessage(), e);
        }
    }

    private Header header(Map<?, ?> json) throws FileFormatException {
        var entries = new ArrayList<Header.Entry>();
        Map<String, String> metadata = Map.of();
        for (var member : json.entrySet()) {
            var name = (String) member.getKey();
            if (name.equals(Header.METADATA)) metadata = metadata(member.getValue());
            else entries.add(entry(name, member.getValue()));
        }
        return new Header(entries, metadata);
    }

    private Map<String, String> metadata(@Nullable Object json) throws FileFormatException {
        var metadata = new LinkedHashMap<String, String>();
        if (!(json instanceof Map<?, ?> members)) throw refusal("%s must be an object of texts", Header.METADATA);
        for (var member : members.entrySet()) {
            if (!(member.getValue() instanceof String text))
                throw refusal("%s must be an object of texts, %s is none", Header.METADATA, member.getKey());
            metadata.put((String) member.getKey(), text);
        }
        return metadata;
    }

    private Header.Entry entry(String name, @Nullable Object json) throws FileFormatException {
        if (!(json instanceof Map<?, ?> members)) throw refusal("tensor \"%s\": must be an object", name);
        for (var key : members.keySet())
            if (!List.of("dtype", "shape", "data_offsets").contains(key))
                throw refusal("tensor \"%s\": has an unknown member %s", name, key);
        var dtype = dtype(name, members.get("dtype"));
        var shape = shape(name, numbers(name, "shape", members.get("shape")));
        var offsets = numbers(name, "data_offsets", members.get("data_offsets"));
        if (offsets.length != 2 || offsets[0] > offsets[1])
            throw refusal("tensor \"%s\": data_offsets must be [begin, end], got %s", name, Arrays.toString(offsets));
        long bytes = offsets[1] - offsets[0];
        if (shape.count() > Long.MAX_VALUE / dtype.bytes() || bytes != shape.count() * dtype.bytes())
            throw refusal(
                    "tensor \"%s\": data_offsets %s are %d bytes, %s %s does not fit",
                    name, Arrays.toString(offsets), bytes, Header.word(dtype), shape.text());
        return new Header.Entry(name, dtype, shape, offsets[0], offsets[1]);
    }

    private DType dtype(String name, @Nullable Object json) throws FileFormatException {
        for (var dtype : DType.values()) if (Header.word(dtype).equals(json)) return dtype;
        throw refusal("tensor \"%s\": the dtype %s is not known", name, json);
    }

    private Shape shape(String name, long[] sizes) throws FileFormatException {
        if (sizes.length > MOST_DIMENSIONS)
            throw refusal(
                    "tensor \"%s\": has %d dimensions, at most %d are possible", name, sizes.length, MOST_DIMENSIONS);
        try {
            return Shape.of(Arrays.stream(sizes).mapToInt(Math::toIntExact).toArray());
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new FileFormatException(
                    path, "tensor \"%s\": the shape %s is too large".formatted(name, Arrays.toString(sizes)), e);
        }
    }

    private long[] numbers(String name, String member, @Nullable Object json) throws FileFormatException {
        if (!(json instanceof List<?> list)) throw refusal("tensor \"%s\": %s must be an array", name, member);
        var numbers = new long[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!(list.get(i) instanceof Long number) || number < 0)
                throw refusal("tensor \"%s\": %s must have whole numbers from 0 on, got %s", name, member, list.get(i));
            numbers[i] = number;
        }
        return numbers;
    }

    /** The data must be the tensors one behind the other: nothing twice, nothing hidden between them. */
    private void checkData(Header header, long dataBytes) throws FileFormatException {
        long at = 0;
        for (var entry : header.byOffset()) {
            if (entry.begin() != at)
                throw refusal(
                        "tensor \"%s\": begins at byte %d of the data, the one before it ends at %d",
                        entry.name(), entry.begin(), at);
            at = entry.end();
        }
        if (at != dataBytes) throw refusal("the tensors take %d bytes of data, the file has %d", at, dataBytes);
    }

    private FileFormatException refusal(String rule, @Nullable Object... values) {
        return new FileFormatException(path, rule.formatted(values));
    }
}
