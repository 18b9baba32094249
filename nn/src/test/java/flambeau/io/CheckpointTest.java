package flambeau.io;

import static flambeau.tensor.Tensors.arange;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.rand;
import static flambeau.tensor.Tensors.tensor;
import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.DType;
import flambeau.array.Device;
import flambeau.array.Shape;
import flambeau.nn.BatchNorm1d;
import flambeau.nn.Linear;
import flambeau.nn.Parameter;
import flambeau.nn.ReLU;
import flambeau.nn.Sequential;
import flambeau.tensor.Tensor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files of PyTorch are written by tools/record_checkpoints.py. */
class CheckpointTest {
    @TempDir
    Path folder;

    private static Path recorded(String name) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(CheckpointTest.class.getResource(name)).toURI());
    }

    private static Map<?, ?> everything() throws IOException, URISyntaxException {
        return (Map<?, ?>) Objects.requireNonNull(Checkpoint.load(recorded("everything.pt")));
    }

    private static Tensor at(Map<?, ?> map, String name) {
        return (Tensor) Objects.requireNonNull(map.get(name));
    }

    private Object saved(Object value) throws IOException {
        var file = folder.resolve("x.pt");
        Checkpoint.save(value, file);
        return Objects.requireNonNull(Checkpoint.load(file));
    }

    @ParameterizedTest
    @EnumSource
    void everyDtypeOfPyTorchIsRead(DType type) throws IOException, URISyntaxException {
        var x = at((Map<?, ?>) everything().get("dtypes"), type.word());
        assertEquals(type, x.dtype());
        assertTrue(tensor(0, 1, 2, 100).to(type).torchEquals(x));
    }

    @Test
    void tensorsOfPyTorchKeepStridesAndShareMemory() throws IOException, URISyntaxException {
        var all = everything();
        var base = at(all, "base");
        assertTrue(arange(12).toFloat().view(3, 4).torchEquals(base));
        assertArrayEquals(new long[] {1, 4}, at(all, "transposed").stride());
        assertArrayEquals(new float[][] {{4, 6}, {8, 10}}, at(all, "part").toArray(float[][].class));
        assertArrayEquals(new long[] {0, 0}, at(all, "expanded").stride());
        assertArrayEquals(new long[] {16, 1, 8, 2}, at(all, "channels_last").stride());
        base.fill_(3);
        assertEquals(3.0, at(all, "part").sum().div(4).item());
        assertEquals(-2.5, at(all, "scalar").item());
        assertEquals("tensor([], size=(0, 3))", at(all, "empty").toString());
        assertEquals("tensor([nan, inf, -inf, -0.])", at(all, "special").toString());
    }

    @Test
    void gradientsAreWantedAsInPyTorch() throws IOException, URISyntaxException {
        var all = everything();
        assertEquals("tensor([1., 1.], requires_grad=True)", at(all, "leaf").toString());
        assertInstanceOf(Parameter.class, all.get("parameter"));
        assertTrue(at(all, "parameter").requiresGrad());
        assertTrue(!at(all, "frozen").requiresGrad());
    }

    @Test
    void valuesOfPyTorchBecomeThoseOfJava() throws IOException, URISyntaxException {
        var all = everything();
        assertEquals(
                List.of(
                        0L,
                        -1L,
                        255L,
                        256L,
                        65535L,
                        65536L,
                        (1L << 31) - 1,
                        -1L << 31,
                        1L << 40,
                        Long.MIN_VALUE,
                        Long.MAX_VALUE),
                all.get("numbers"));
        assertEquals(List.of(0.0, -0.5, 1e-3, Double.POSITIVE_INFINITY, 1e300), all.get("floats"));
        assertEquals(List.of("", "naïve ☀ 😀", "a".repeat(300)), all.get("texts"));
        assertNull(all.get("none"));
        assertEquals(List.of(true, false), all.get("truth"));
        assertEquals(
                List.of(List.of(), List.of(1L), List.of(1L, 2L), List.of(1L, 2L, 3L), List.of(1L, 2L, 3L, 4L)),
                all.get("tuples"));
        var nested = (Map<?, ?>) Objects.requireNonNull(all.get("nested"));
        assertEquals(List.of(Map.of("b", Arrays.asList(null, List.of()))), nested.get("a"));
        assertEquals("int key", nested.get(3L));
        assertEquals("float key", nested.get(2.5));
        assertEquals("{z=1, a=2}", Objects.requireNonNull(all.get("ordered")).toString());
        assertEquals(DType.BFLOAT16, all.get("dtype"));
        assertEquals(Shape.of(2, 3), all.get("size"));
        assertEquals(Device.CPU, all.get("device"));
        var twice = (List<?>) Objects.requireNonNull(all.get("twice"));
        assertSame(twice.get(0), twice.get(1));
        assertEquals(1000L, ((List<?>) Objects.requireNonNull(all.get("many"))).getLast());
    }

    private static Sequential net() {
        return new Sequential(new Linear(2, 3), new BatchNorm1d(3), new ReLU(), new Linear(3, 1));
    }

    @Test
    void aModuleTakesTheStateOfPyTorch() throws IOException, URISyntaxException {
        var net = net();
        var keys = Checkpoint.load(net, recorded("state.pt"));
        assertTrue(keys.missingKeys().isEmpty() && keys.unexpectedKeys().isEmpty());
        assertEquals("tensor([-0.5416])", net.stateDict().get("3.bias").toString());
        var checkpoint = (Map<?, ?>) Objects.requireNonNull(Checkpoint.load(recorded("checkpoint.pt")));
        assertEquals(3L, checkpoint.get("epoch"));
        var groups = (List<?>) Objects.requireNonNull(
                ((Map<?, ?>) Objects.requireNonNull(checkpoint.get("optimizer"))).get("param_groups"));
        assertEquals(0.01, ((Map<?, ?>) groups.getFirst()).get("lr"));
    }

    @Test
    void aModuleComesBack() throws IOException {
        var net = net();
        var file = folder.resolve("net.pt");
        Checkpoint.save(net, file);
        var other = net();
        Checkpoint.load(other, file);
        net.stateDict()
                .forEach((name, x) -> assertTrue(x.torchEquals(other.stateDict().get(name)), name));
    }

    @Test
    void valuesComeBack() throws IOException {
        var ordered = new LinkedHashMap<String, Object>();
        ordered.put("z", List.of(1, (short) 2, (byte) 3, 4L, Long.MIN_VALUE));
        ordered.put("a", new Object[] {1.5, 2.5f, "text ☀", true});
        ordered.put("m", new HashMap<>(Map.of(1, DType.INT8)));
        ordered.put("s", Shape.of(2, 0));
        ordered.put("n", null);
        assertEquals(
                "{z=[1, 2, 3, 4, -9223372036854775808], a=[1.5, 2.5, text ☀, true], m={1=torch.int8}, "
                        + "s=torch.Size([2, 0]), n=null}",
                saved(ordered).toString());
    }

    @Test
    void tensorsComeBackWithStridesAndSharedMemory() throws IOException {
        var base = rand(4, 6);
        var part = base.narrow(1, 2, 3).t();
        var back = (List<?>) saved(List.of(part, base, ones(2).requiresGrad_(), new Parameter(zeros(1)), zeros(0, 2)));
        var other = (Tensor) back.get(0);
        assertTrue(part.torchEquals(other));
        assertArrayEquals(part.stride(), other.stride());
        ((Tensor) back.get(1)).zero_();
        assertEquals(0.0, other.sum().item());
        assertTrue(((Tensor) back.get(2)).requiresGrad());
        assertInstanceOf(Parameter.class, back.get(3));
        assertEquals(Shape.of(0, 2), ((Tensor) back.get(4)).shape());
    }

    @ParameterizedTest
    @EnumSource
    void everyDtypeComesBack(DType type) throws IOException {
        var x = tensor(new double[][] {{0, 1, 2.5}, {-3, 100, 7}}).to(type);
        var y = (Tensor) saved(x);
        assertEquals(type, y.dtype());
        assertArrayEquals(x.toByteArray(), y.toByteArray());
    }

    @Test
    void aLargeTensorComesBack() throws IOException {
        var x = arange(20_000_000).to(DType.UINT8);
        assertTrue(x.torchEquals((Tensor) saved(x)));
    }

    @Test
    void otherValuesAreNotSaved() throws IOException {
        var file = folder.resolve("x.pt");
        var wrong = assertThrows(IllegalArgumentException.class, () -> Checkpoint.save(List.of(new Object()), file));
        assertEquals(
                "save: takes tensors, numbers, texts, dtypes, shapes, and lists, maps and arrays of such, got"
                        + " java.lang.Object",
                wrong.getMessage());
        var itself = new ArrayList<Object>();
        itself.add(itself);
        var deep = assertThrows(IllegalArgumentException.class, () -> Checkpoint.save(itself, file));
        assertEquals("save: the value is nested too deeply, or contains itself", deep.getMessage());
        var key = assertThrows(IllegalArgumentException.class, () -> Checkpoint.save(Map.of(List.of(), 1), file));
        assertEquals("save: a key must be a text, a number or a boolean, got []", key.getMessage());
        assertTrue(Files.notExists(file));
    }

    @Test
    void wholeModulesAndOldFilesAreRefused() throws URISyntaxException {
        var module = recorded("module.pt");
        var thrown = assertThrows(FileFormatException.class, () -> Checkpoint.load(module));
        assertEquals(
                module + ": holds torch.nn.modules.container.Sequential; only tensors, numbers, texts, lists, tuples "
                        + "and dicts are loaded",
                thrown.getMessage());
        var old = recorded("old.pt");
        var refused = assertThrows(FileFormatException.class, () -> Checkpoint.load(old));
        assertTrue(refused.getMessage()
                .startsWith(old + ": is no zip archive, as torch.save writes them since PyTorch 1.6: "));
    }

    @Test
    void aFileOfOtherValuesIsNoStateDict() throws IOException {
        var file = folder.resolve("x.pt");
        Checkpoint.save(List.of(1), file);
        assertThrows(FileFormatException.class, () -> Checkpoint.loadTensors(file));
        Checkpoint.save(Map.of("epoch", 1), file);
        var thrown = assertThrows(FileFormatException.class, () -> Checkpoint.load(net(), file));
        assertEquals(file + ": \"epoch\" is no tensor with a name; read the file with load(path)", thrown.getMessage());
    }
}
