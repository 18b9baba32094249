package flambeau.io;

import flambeau.args.Args;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.nn.Parameter;
import flambeau.tensor.Tensor;
import flambeau.tensor.TensorBytes;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a file of PyTorch may name, and what becomes of it here. Everything else is refused. */
final class PickledTypes {
    private static final int MOST_DIMENSIONS = 64; // as in PyTorch

    /** What stands in a pickle only for something else. */
    sealed interface Internal {}

    /** A function that a pickle may call. */
    enum Function implements Internal {
        ORDERED_DICT("collections.OrderedDict"),
        TENSOR("torch._utils._rebuild_tensor_v2"),
        PARAMETER("torch._utils._rebuild_parameter"),
        SIZE("torch.Size"),
        DEVICE("torch.device");

        private final String python;

        Function(String python) {
            this.python = python;
        }
    }

    /** A class of storages. */
    record StorageType(DType dtype) implements Internal {}

    /** A storage, all of it. */
    record Storage(Tensor data) implements Internal {}

    private final Path path;

    PickledTypes(Path path) {
        this.path = path;
    }

    /** What the Python name stands for. */
    Object named(String name) throws FileFormatException {
        for (var function : Function.values()) if (function.python.equals(name)) return function;
        for (var dtype : DType.values()) {
            if (name.equals("torch." + PickleWriter.storageName(dtype))) return new StorageType(dtype);
            if (name.equals(dtype.toString())) return dtype;
        }
        throw new FileFormatException(
                path, "holds %s; only tensors, numbers, texts, lists, tuples and dicts are loaded".formatted(name));
    }

    /** A word for messages. */
    static String kind(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case Function function -> function.python;
            case StorageType(DType dtype) -> "torch." + PickleWriter.storageName(dtype);
            case Storage _ -> "a storage";
            default -> "a " + value.getClass().getSimpleName();
        };
    }

    @Nullable
    Object call(Function function, List<?> args) throws FileFormatException {
        return switch (function) {
            case ORDERED_DICT -> {
                check(args.isEmpty(), function);
                yield new LinkedHashMap<>();
            }
            case SIZE -> {
                check(args.size() == 1, function);
                yield shape(numbers(function, args.getFirst()));
            }
            case DEVICE -> {
                check(!args.isEmpty() && args.getFirst() instanceof String, function);
                yield flambeau.array.Device.CPU;
            }
            case TENSOR -> tensor(args);
            case PARAMETER -> {
                check(args.size() == 3 && args.get(0) instanceof Tensor && args.get(1) instanceof Boolean, function);
                boolean wanted = Boolean.TRUE.equals(args.get(1));
                var data = (Tensor) args.get(0);
                checkGradient(data, wanted);
                yield new Parameter(data.detach(), Args.requiresGrad(wanted));
            }
        };
    }

    private Tensor tensor(List<?> args) throws FileFormatException {
        check(
                args.size() >= 6
                        && args.get(0) instanceof Storage
                        && args.get(1) instanceof Long
                        && args.get(4) instanceof Boolean,
                Function.TENSOR);
        var data = ((Storage) args.get(0)).data();
        long offset = (Long) args.get(1);
        var shape = shape(numbers(Function.TENSOR, args.get(2)));
        long[] strides = numbers(Function.TENSOR, args.get(3));
        if (!lies(shape, strides, offset, data.numel()))
            throw new FileFormatException(
                    path,
                    "a tensor of shape %s with strides %s from element %d leaves its storage of %d elements"
                            .formatted(shape.text(), java.util.Arrays.toString(strides), offset, data.numel()));
        boolean wanted = Boolean.TRUE.equals(args.get(4));
        checkGradient(data, wanted);
        var x = TensorBytes.overStorage(data, shape, strides, offset);
        return wanted ? x.requiresGrad_() : x;
    }

    private void checkGradient(Tensor x, boolean wanted) throws FileFormatException {
        if (wanted && !x.dtype().isFloatingPoint())
            throw new FileFormatException(path, "a tensor of %s cannot require a gradient".formatted(x.dtype()));
    }

    /** Whether all elements lie in a storage of {@code count}. */
    private static boolean lies(Shape shape, long[] strides, long offset, long count) {
        if (strides.length != shape.rank() || offset < 0 || offset > count) return false;
        long last = offset;
        for (int d = 0; d < strides.length; d++) {
            long steps = Math.max(shape.get(d) - 1, 0);
            if (strides[d] < 0 || Math.multiplyHigh(steps, strides[d]) != 0) return false;
            last += steps * strides[d];
            if (last < 0 || steps * strides[d] < 0) return false;
        }
        return shape.count() == 0 || last < count;
    }

    private Shape shape(long[] sizes) throws FileFormatException {
        try {
            if (sizes.length > MOST_DIMENSIONS) throw new IllegalArgumentException("too many dimensions");
            return Shape.of(
                    java.util.Arrays.stream(sizes).mapToInt(Math::toIntExact).toArray());
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new FileFormatException(
                    path, "%s is no shape, or too large".formatted(java.util.Arrays.toString(sizes)), e);
        }
    }

    private long[] numbers(Function function, @Nullable Object list) throws FileFormatException {
        check(list instanceof List<?> all && all.stream().allMatch(Long.class::isInstance), function);
        return ((List<?>) java.util.Objects.requireNonNull(list))
                .stream().mapToLong(Long.class::cast).toArray();
    }

    private void check(boolean holds, Function function) throws FileFormatException {
        if (!holds) throw new FileFormatException(path, "%s is called with wrong arguments".formatted(function.python));
    }
}
