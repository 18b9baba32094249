package flambeau.io;

import static flambeau.tensor.Tensors.arange;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.DType;
import flambeau.tensor.Tensor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NpyTest {
    @TempDir
    Path folder;

    private static Path recorded(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(NpyTest.class.getResource(name)).toURI());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BFLOAT16")
    void everyDtypeComesBackAsItWas(DType type) throws IOException {
        var file = folder.resolve("x.npy");
        for (var x :
                new Tensor[] {tensor(1), arange(5), arange(24).reshape(2, 3, 4).transpose(0, 2), arange(0)}) {
            Npy.save(x.to(type), file);
            var y = Npy.load(file);
            assertEquals(type, y.dtype());
            assertTrue(x.to(type).torchEquals(y));
        }
    }

    @Test
    void filesOfNumpyAreRead() throws IOException, URISyntaxException {
        assertTrue(tensor(new float[][] {{1.5f, -2, 3}, {4, 5, 6}}).torchEquals(Npy.load(recorded("rows.npy"))));
        assertTrue(arange(24).reshape(2, 3, 4).torchEquals(Npy.load(recorded("columns.npy"))));
        assertTrue(tensor(true).torchEquals(Npy.load(recorded("scalar.npy"))));
        assertTrue(arange(5).to(DType.INT16).torchEquals(Npy.load(recorded("version2.npy"))));
    }

    @Test
    void aFileIsWrittenAsNumpyWritesIt() throws IOException, URISyntaxException {
        var file = folder.resolve("x.npy");
        Npy.save(tensor(new float[][] {{1.5f, -2, 3}, {4, 5, 6}}), file);
        assertArrayEquals(Files.readAllBytes(recorded("rows.npy")), Files.readAllBytes(file));
    }

    @Test
    void otherBytesOrdersAreRefused() throws URISyntaxException {
        var file = recorded("big_endian.npy");
        var e = assertThrows(FileFormatException.class, () -> Npy.load(file));
        assertEquals(file + ": elements of type '>i4' are no dtype", e.getMessage());
    }

    @Test
    void bfloat16IsRefused() {
        var x = ones(2).to(DType.BFLOAT16);
        var e = assertThrows(IllegalArgumentException.class, () -> Npy.save(x, folder.resolve("x.npy")));
        assertEquals("npy: has no bfloat16", e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "(2, 2)        | shape [2, 2] has 4 elements, the file 3",
                "(2,)          | shape [2] has 2 elements, the file 3",
                "(4294967296,) | (4294967296,) is no shape, or too large",
                "(2147483647, 2147483647, 2147483647, 3) | (2147483647, 2147483647, 2147483647, 3) is no shape, or"
                        + " too large",
                "(3, , 1)      | (3, , 1) is no shape, or too large",
                "[3]           | the header is not understood: {'descr': '<f4', 'fortran_order': False, 'shape': [3],"
                        + " }",
            })
    void hostileFilesAreRefused(String shape, String rule) throws IOException {
        var text = "{'descr': '<f4', 'fortran_order': False, 'shape': %s, }"
                .formatted(shape)
                .getBytes(StandardCharsets.US_ASCII);
        var content = new java.io.ByteArrayOutputStream();
        content.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0});
        content.writeBytes(text);
        content.writeBytes(new byte[12]);
        var file = Files.write(folder.resolve("hostile.npy"), content.toByteArray());
        var e = assertThrows(FileFormatException.class, () -> Npy.load(file));
        assertEquals(file + ": " + rule, e.getMessage());
    }

    @Test
    void anyPrefixOfAFileIsRefused() throws IOException, URISyntaxException {
        var whole = Files.readAllBytes(recorded("version2.npy"));
        for (int n = 0; n < whole.length; n++) {
            var file = Files.write(folder.resolve("cut.npy"), java.util.Arrays.copyOf(whole, n));
            assertThrows(FileFormatException.class, () -> Npy.load(file));
        }
    }
}
