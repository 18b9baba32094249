package flambeau.io;

import static flambeau.args.Args.assign;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.metadata;
import static flambeau.args.Args.strict;
import static flambeau.tensor.Tensors.arange;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.rand;
import static flambeau.tensor.Tensors.randn;
import static flambeau.tensor.Tensors.shape;
import static flambeau.tensor.Tensors.tensor;
import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.DType;
import flambeau.nn.Layer;
import flambeau.nn.Linear;
import flambeau.nn.Sequential;
import flambeau.tensor.Tensor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SafetensorsTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("net.safetensors");
    }

    private Tensor saved(Tensor x) throws IOException {
        Safetensors.save(Map.of("x", x), file);
        return Safetensors.load(file).get("x");
    }

    @ParameterizedTest
    @EnumSource
    void everyDtypeComesBackAsItWas(DType type) throws IOException {
        var x = tensor(new double[][] {{0, 1, 2.5}, {-3, 100, 7}}).to(type);
        var y = saved(x);
        assertEquals(type, y.dtype());
        assertEquals(x.shape(), y.shape());
        assertArrayEquals(x.toByteArray(), y.toByteArray());
    }

    @Test
    void specialFloatsKeepTheirBits() throws IOException {
        float[] values = {Float.NaN, Float.intBitsToFloat(0x7fc12345), -0f, Float.POSITIVE_INFINITY, Float.MIN_VALUE};
        assertArrayEquals(tensor(values).toByteArray(), saved(tensor(values)).toByteArray());
    }

    @Test
    void scalarsAndEmptyTensorsKeepTheirShapes() throws IOException {
        assertArrayEquals(new int[0], saved(tensor(2.5)).shape().sizes());
        assertArrayEquals(new int[] {0, 3}, saved(zeros(0, 3)).shape().sizes());
    }

    @Test
    void viewsAreWrittenInRowMajorOrder() throws IOException {
        var x = rand(4, 5, 6);
        assertTrue(x.permute(2, 0, 1).torchEquals(saved(x.permute(2, 0, 1))));
        assertTrue(x.narrow(1, 2, 2).torchEquals(saved(x.narrow(1, 2, 2))));
        assertTrue(
                x.select(0, 1).expand(3, 5, 6).torchEquals(saved(x.select(0, 1).expand(3, 5, 6))));
    }

    @Test
    void channelsLastTensorsAreWrittenInRowMajorOrder() throws IOException {
        var x = rand(2, 4, 5, 3).permute(0, 3, 1, 2);
        var y = saved(x);
        assertTrue(x.torchEquals(y));
        assertTrue(y.isContiguous());
    }

    @Test
    void sharedTensorsAreEachWrittenInFull() throws IOException {
        var x = rand(3);
        Safetensors.save(Map.of("a", x, "b", x), file);
        var loaded = Safetensors.load(file);
        loaded.get("a").zero_();
        assertTrue(x.torchEquals(loaded.get("b")));
    }

    @Test
    void namesKeepTheirOrder() throws IOException {
        var tensors = new LinkedHashMap<String, Tensor>();
        tensors.put("z", tensor(true));
        tensors.put("a", tensor(1.5));
        tensors.put("m", tensor(7));
        tensors.put("", tensor(1));
        tensors.put("naïve \"name\"\n \\ 😀", tensor(2));
        Safetensors.save(tensors, file);
        assertEquals(
                List.copyOf(tensors.keySet()),
                List.copyOf(Safetensors.load(file).keySet()));
        assertEquals(2L, Safetensors.load(file).lastEntry().getValue().item());
    }

    @Test
    void noTensorsAreAFile() throws IOException {
        Safetensors.save(Map.of(), file);
        assertTrue(Safetensors.load(file).isEmpty());
    }

    @Test
    void metadataComesBack() throws IOException {
        Safetensors.save(Map.of("x", ones(1)), file, metadata(Map.of("format", "pt", "note", "a \"b\"")));
        assertEquals(Map.of("format", "pt", "note", "a \"b\""), Safetensors.metadata(file));
        assertEquals(1, Safetensors.load(file).size());
    }

    @Test
    void largeTensorsAreWrittenInParts() throws IOException {
        var x = zeros(shape((64 << 20) + 12345), dtype(DType.UINT8));
        x.narrow(0, (64 << 20) - 5, 10).fill_(7);
        x.narrow(0, (64 << 20) + 12340, 5).fill_(9);
        assertTrue(Arrays.equals(x.toByteArray(), saved(x).toByteArray()));
    }

    @Test
    void aFileOfPyTorchIsRead() throws IOException, URISyntaxException {
        var tensors = Safetensors.load(Path.of(Objects.requireNonNull(getClass().getResource("pytorch.safetensors"))
                .toURI()));
        double[] floats = {-1.5, 0, 2.25, 3, -0.1, 1e5};
        assertArrayEquals(floats, tensors.get("f64").toDoubleArray());
        assertArrayEquals(floats, tensors.get("f32").toDoubleArray(), 1e-8);
        assertArrayEquals(
                new double[] {-1.5, 0, 2.25, 3, -0.0999755859375, Double.POSITIVE_INFINITY},
                tensors.get("f16").toDoubleArray());
        assertArrayEquals(
                new double[] {-1.5, 0, 2.25, 3, -0.10009765625, 99840},
                tensors.get("bf16").toDoubleArray());
        for (var name : List.of("i64", "i32", "i16", "i8"))
            assertArrayEquals(
                    new long[] {0, -1, -100, -7, -8, -9}, tensors.get(name).toLongArray());
        assertArrayEquals(new long[] {0, 1, 100, 7, 8, 9}, tensors.get("u8").toLongArray());
        assertArrayEquals(new long[] {1, 0, 1, 0, 0, 1}, tensors.get("bool").toLongArray());
        assertEquals(2.5, tensors.get("scalar").item());
        assertArrayEquals(new int[] {0, 3}, tensors.get("empty").shape().sizes());
        assertEquals(1L, tensors.get("naïve \"name\"\n").squeeze().item());
    }

    @Test
    void aModuleIsSavedAndLoaded() throws IOException {
        var net = new Sequential(new Linear(3, 4), new Linear(4, 2));
        Safetensors.save(net, file);
        var other = new Sequential(new Linear(3, 4), new Linear(4, 2));
        assertTrue(Safetensors.load(other, file).isEmpty());
        var x = randn(5, 3);
        assertTrue(net.apply(x).torchEquals(other.apply(x)));
        assertTrue(((Layer) other).parameters().getFirst().requiresGrad());
    }

    @Test
    void aModuleTakesTheOptionsOfLoadStateDict() throws IOException {
        Safetensors.save(Map.of("weight", ones(2, 3), "other", ones(1)), file);
        var keys = Safetensors.load(new Linear(3, 2), file, strict(false), assign(true));
        assertEquals(List.of("bias"), keys.missingKeys());
        assertEquals(List.of("other"), keys.unexpectedKeys());
    }

    @Test
    void anOptimizersStateIsSavedAndLoaded() throws IOException {
        var p = ones(2).requiresGrad_();
        p.setGrad(arange(2).toFloat());
        var optimizer = new flambeau.optim.Adam(List.of(p));
        optimizer.step();
        Safetensors.save(optimizer.stateDict(), file);
        var other = new flambeau.optim.Adam(List.of(ones(2).requiresGrad_()));
        other.loadStateDict(Safetensors.load(file));
        assertTrue(optimizer
                .stateDict()
                .get("state.0.exp_avg")
                .torchEquals(other.stateDict().get("state.0.exp_avg")));
        assertEquals(1e-3, other.groups().getFirst().lr());
    }
}
