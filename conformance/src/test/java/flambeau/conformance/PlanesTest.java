package flambeau.conformance;

import static flambeau.args.Args.dtype;
import static flambeau.tensor.Tensors.arange;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import flambeau.array.DType;
import flambeau.io.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanesTest {
    @Test
    void whatIsSortedIsRestored(@TempDir Path path) throws IOException {
        var file = path.resolve("x.safetensors");
        var wide = tensor(new double[] {1, -2, 3e9}, dtype(DType.FLOAT64));
        Safetensors.save(Map.of("a", arange(7), "b", wide, "c", tensor(1.5, 2.5), "d", tensor(true)), file);
        var bytes = Files.readAllBytes(file);
        assertArrayEquals(bytes, Planes.restore(Planes.sort(bytes)));
    }
}
