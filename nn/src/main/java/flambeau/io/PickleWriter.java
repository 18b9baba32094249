package flambeau.io;

import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.nn.Parameter;
import flambeau.tensor.Tensor;
import flambeau.tensor.TensorBytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A value as Python's pickle, protocol 2, with the tensors whose storages lie beside it. */
final class PickleWriter {
    static final int DEEPEST = 100;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<Object, Integer> keys = new IdentityHashMap<>();
    private final List<Tensor> storages = new ArrayList<>();

    PickleWriter(@Nullable Object value) {
        op(0x80).op(2);
        write(value, 0);
        op('.');
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /** One tensor of each storage, in the order of their numbers. */
    List<Tensor> storages() {
        return storages;
    }

    private PickleWriter op(int code) {
        out.write(code);
        return this;
    }

    private void write(@Nullable Object value, int depth) {
        if (depth > DEEPEST)
            throw new IllegalArgumentException("save: the value is nested too deeply, or contains itself");
        switch (value) {
            case null -> op('N');
            case Boolean truth -> op(truth ? 0x88 : 0x89);
            case Long n -> whole(n);
            case Integer n -> whole(n);
            case Short n -> whole(n);
            case Byte n -> whole(n);
            case Double x -> floating(x);
            case Float x -> floating(x);
            case String text -> text(text);
            case Parameter p -> parameter(p);
            case Tensor x -> tensor(x, x.requiresGrad());
            case DType dtype -> global("torch", dtype.word());
            case Shape shape -> {
                global("torch", "Size");
                tuple(shape.sizes());
                op(0x85).op('R');
            }
            case Map<?, ?> map -> map(map, depth);
            case List<?> list -> {
                op(']').op('(');
                for (var item : list) write(item, depth + 1);
                op('e');
            }
            case Object[] array -> {
                op('(');
                for (var item : array) write(item, depth + 1);
                op('t');
            }
            default ->
                throw new IllegalArgumentException(
                        "save: takes tensors, numbers, texts, dtypes, shapes, and lists, maps and arrays of such, got "
                                + value.getClass().getName());
        }
    }

    private void map(Map<?, ?> map, int depth) {
        if (map instanceof SequencedMap<?, ?>) orderedDict();
        else op('}');
        op('(');
        map.forEach((key, value) -> {
            if (!(key instanceof String || key instanceof Number || key instanceof Boolean))
                throw new IllegalArgumentException("save: a key must be a text, a number or a boolean, got " + key);
            write(key, depth + 1);
            write(value, depth + 1);
        });
        op('u');
    }

    private void orderedDict() {
        global("collections", "OrderedDict");
        op(')').op('R');
    }

    private void parameter(Parameter p) {
        global("torch._utils", "_rebuild_parameter");
        tensor(p, false);
        op(p.requiresGrad() ? 0x88 : 0x89);
        orderedDict();
        op(0x87).op('R');
    }

    private void tensor(Tensor x, boolean requiresGrad) {
        global("torch._utils", "_rebuild_tensor_v2");
        op('(').op('(');
        text("storage");
        global("torch", storageName(x.dtype()));
        text(Integer.toString(key(x)));
        text("cpu");
        whole(TensorBytes.storageCount(x));
        op('t').op('Q');
        whole(TensorBytes.storageOffset(x));
        tuple(x.shape().sizes());
        op('(');
        for (long stride : x.stride()) whole(stride);
        op('t');
        op(requiresGrad ? 0x88 : 0x89);
        orderedDict();
        op('t').op('R');
    }

    private int key(Tensor x) {
        return keys.computeIfAbsent(TensorBytes.storageOf(x), _ -> {
            storages.add(x);
            return storages.size() - 1;
        });
    }

    /** The name of PyTorch's class of storages, as {@code FloatStorage}. */
    static String storageName(DType dtype) {
        return dtype.oldWord() + "Storage";
    }

    private void global(String module, String name) {
        op('c');
        out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void tuple(int[] numbers) {
        op('(');
        for (int n : numbers) whole(n);
        op('t');
    }

    private void whole(long n) {
        boolean small = n == (int) n;
        op(small ? 'J' : 0x8a);
        if (!small) op(8);
        var bytes =
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(n).array();
        out.write(bytes, 0, small ? 4 : 8);
    }

    private void floating(double x) {
        op('G');
        out.writeBytes(ByteBuffer.allocate(8).putDouble(x).array()); // big-endian, unlike everything else
    }

    private void text(String text) {
        ByteBuffer bytes;
        try {
            bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("save: a text has half a character", e);
        }
        op('X');
        int n = bytes.remaining();
        out.writeBytes(
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(n).array());
        while (bytes.hasRemaining()) out.write(bytes.get());
    }
}
