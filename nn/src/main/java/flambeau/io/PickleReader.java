package flambeau.io;

import flambeau.array.DType;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a pickle as {@code torch.save} writes it: the instructions of a small stack machine. It makes only what {@link
 * PickledTypes} knows; nothing in it can be run.
 */
final class PickleReader {
    private static final Object MARK = new Object();

    private final Path path;
    private final PtArchive archive;
    private final PickledTypes types;
    private final ByteBuffer in;
    private final ArrayList<@Nullable Object> stack = new ArrayList<>();
    private final Map<Integer, @Nullable Object> memo = new HashMap<>();

    PickleReader(Path path, PtArchive archive) throws IOException {
        this.path = path;
        this.archive = archive;
        this.types = new PickledTypes(path);
        this.in = ByteBuffer.wrap(archive.pickle()).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Nullable
    Object read() throws IOException {
        try {
            while (true) {
                int op = in.get() & 0xff;
                if (op == '.') break;
                step(op);
            }
        } catch (BufferUnderflowException e) {
            throw new FileFormatException(path, "data.pkl ends too early", e);
        }
        var value = pop();
        if (!stack.isEmpty()) throw refusal("data.pkl leaves %d values behind", stack.size());
        check(value, new IdentityHashMap<>(), 0);
        return value;
    }

    private void step(int op) throws IOException {
        switch (op) {
            case 0x80 -> protocol(in.get());
            case 'N' -> stack.add(null);
            case 0x88 -> stack.add(true);
            case 0x89 -> stack.add(false);
            case 'J' -> stack.add((long) in.getInt());
            case 'K' -> stack.add((long) (in.get() & 0xff));
            case 'M' -> stack.add((long) (in.getShort() & 0xffff));
            case 0x8a -> stack.add(big(in.get() & 0xff));
            case 'G' -> stack.add(Double.longBitsToDouble(Long.reverseBytes(in.getLong())));
            case 'X' -> stack.add(text(in.getInt()));
            case 'U' -> stack.add(text(in.get() & 0xff));
            case ']' -> stack.add(new ArrayList<>());
            case '}' -> stack.add(new LinkedHashMap<>());
            case ')' -> stack.add(List.of());
            case '(' -> stack.add(MARK);
            case 't' -> stack.add(tuple(sinceMark()));
            case 0x85 -> stack.add(tuple(last(1)));
            case 0x86 -> stack.add(tuple(last(2)));
            case 0x87 -> stack.add(tuple(last(3)));
            case 'a' -> append(last(1));
            case 'e' -> append(sinceMark());
            case 's' -> put(last(2));
            case 'u' -> put(sinceMark());
            case 'q' -> memo.put(in.get() & 0xff, top());
            case 'r' -> memo.put(in.getInt(), top());
            case 'h' -> stack.add(remembered(in.get() & 0xff));
            case 'j' -> stack.add(remembered(in.getInt()));
            case 'c' -> stack.add(types.named(line() + "." + line()));
            case 'Q' -> stack.add(storage(pop()));
            case 'R' -> call();
            case 'b' -> build();
            default -> throw refusal("data.pkl has the instruction 0x%02x, which torch.save does not use", op);
        }
    }

    private void protocol(int version) throws FileFormatException {
        if (version != 2) throw refusal("data.pkl is a pickle of protocol %d, not 2", version);
    }

    private long big(int length) throws FileFormatException {
        var bytes = new byte[length];
        for (int i = length - 1; i >= 0; i--) bytes[i] = in.get();
        var value = length == 0 ? BigInteger.ZERO : new BigInteger(bytes);
        if (value.bitLength() > 63) throw refusal("the whole number %s is beyond 64 bits", value);
        return value.longValue();
    }

    private String text(int length) throws FileFormatException {
        if (length < 0 || length > in.remaining()) throw new BufferUnderflowException();
        var bytes = in.slice(in.position(), length);
        in.position(in.position() + length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new FileFormatException(path, "a text in data.pkl is not UTF-8", e);
        }
    }

    private String line() throws FileFormatException {
        int length = 0;
        while (length < in.remaining() && in.get(in.position() + length) != '\n') length++;
        var line = text(length);
        in.get();
        return line;
    }

    private @Nullable Object top() throws FileFormatException {
        if (stack.isEmpty() || stack.getLast() == MARK) throw refusal("data.pkl takes a value where there is none");
        return stack.getLast();
    }

    private @Nullable Object pop() throws FileFormatException {
        var value = top();
        stack.removeLast();
        return value;
    }

    private @Nullable Object remembered(int number) throws FileFormatException {
        if (!memo.containsKey(number)) throw refusal("data.pkl remembers no value %d", number);
        return memo.get(number);
    }

    private @Nullable Object[] last(int n) throws FileFormatException {
        var values = new @Nullable Object[n];
        for (int i = n - 1; i >= 0; i--) values[i] = pop();
        return values;
    }

    private @Nullable Object[] sinceMark() throws FileFormatException {
        int mark = stack.lastIndexOf(MARK);
        if (mark < 0) throw refusal("data.pkl closes what it did not open");
        var part = stack.subList(mark, stack.size());
        var values = part.subList(1, part.size()).toArray();
        part.clear();
        return values;
    }

    private static List<@Nullable Object> tuple(@Nullable Object[] values) {
        return Collections.unmodifiableList(Arrays.<@Nullable Object>asList(values));
    }

    @SuppressWarnings("unchecked")
    private void append(@Nullable Object[] values) throws FileFormatException {
        if (!(top() instanceof ArrayList<?> list)) throw refusal("data.pkl appends to what is no list");
        ((ArrayList<@Nullable Object>) list).addAll(Arrays.asList(values));
    }

    @SuppressWarnings("unchecked")
    private void put(@Nullable Object[] values) throws FileFormatException {
        if (!(top() instanceof LinkedHashMap<?, ?> map)) throw refusal("data.pkl puts into what is no dict");
        if (values.length % 2 != 0) throw refusal("data.pkl has a key without a value");
        for (int i = 0; i < values.length; i += 2) {
            var key = values[i];
            if (!(key instanceof String || key instanceof Number || key instanceof Boolean))
                throw refusal("a key must be a text, a number or a bool, got %s", PickledTypes.kind(key));
            ((LinkedHashMap<Object, @Nullable Object>) map).put(key, values[i + 1]);
        }
    }

    private PickledTypes.Storage storage(@Nullable Object id) throws IOException {
        if (id instanceof List<?> list
                && list.size() == 5
                && "storage".equals(list.get(0))
                && list.get(1) instanceof PickledTypes.StorageType(DType dtype)
                && list.get(2) instanceof String key
                && list.get(4) instanceof Long count)
            return new PickledTypes.Storage(archive.storage(key, dtype, count));
        throw refusal("data.pkl refers to a storage in a way that is not understood");
    }

    private void call() throws IOException {
        var arguments = pop();
        var function = pop();
        if (!(function instanceof PickledTypes.Function known) || !(arguments instanceof List<?> list))
            throw refusal("data.pkl calls %s, which is no function", PickledTypes.kind(function));
        stack.add(types.call(known, list));
    }

    /** The attributes of a state dict are the versions of its modules, which nothing here needs. */
    private void build() throws FileFormatException {
        pop();
        if (!(top() instanceof LinkedHashMap)) throw refusal("data.pkl gives attributes to what is no dict");
    }

    /** Refuses a value that contains itself, or that is too deep to be walked through. */
    private void check(@Nullable Object value, Map<Object, Boolean> walked, int depth) throws FileFormatException {
        if (value instanceof PickledTypes.Internal) throw refusal("holds %s by itself", PickledTypes.kind(value));
        var parts = value instanceof List<?> list ? list : value instanceof Map<?, ?> map ? map.values() : null;
        if (value == null || parts == null) return;
        if (depth > PickleWriter.DEEPEST) throw refusal("its values are nested too deeply");
        var state = walked.put(value, false);
        if (state != null && !state) throw refusal("a value contains itself");
        if (state == null) for (var part : parts) check(part, walked, depth + 1);
        walked.put(value, true);
    }

    private FileFormatException refusal(String rule, @Nullable Object... values) {
        return new FileFormatException(path, rule.formatted(values));
    }
}
