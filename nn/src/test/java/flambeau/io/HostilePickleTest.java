package flambeau.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import flambeau.tensor.Tensors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of PyTorch's kind that break a rule, by accident or on purpose. Pickles are written as text, with %xx for a byte. */
class HostilePickleTest {
    private static final String STORAGE =
            "(X%07%00%00%00storagectorch\nFloatStorage\nX%01%00%00%000X%03%00%00%00cpuK%02tQ";
    private static final String TENSOR = "ctorch._utils\n_rebuild_tensor_v2\n(" + STORAGE;
    private static final String END = "%89ccollections\nOrderedDict\n)RtR.";

    @TempDir
    Path folder;

    static Stream<Arguments> hostileFilesAreRefused() {
        return Stream.of(
                // instructions
                pickle("data.pkl ends too early", ""),
                pickle("data.pkl ends too early", "N"),
                pickle("data.pkl ends too early", "J%00%00"),
                pickle("data.pkl ends too early", "X%ff%ff%ff%7fa."),
                pickle("data.pkl ends too early", "X%ff%ff%ff%ffa."),
                pickle("data.pkl ends too early", "ctorch"),
                pickle("data.pkl is a pickle of protocol 4, not 2", "%80%04N."),
                pickle("data.pkl has the instruction 0x69, which torch.save does not use", "(i__builtin__\neval\n."),
                pickle("data.pkl has the instruction 0x93, which torch.save does not use", "%93."),
                pickle("data.pkl takes a value where there is none", "."),
                pickle("data.pkl takes a value where there is none", "(."),
                pickle("data.pkl takes a value where there is none", "N%86."),
                pickle("data.pkl closes what it did not open", "Nt."),
                pickle("data.pkl leaves 1 values behind", "NN."),
                pickle("data.pkl remembers no value 7", "h%07."),
                pickle("data.pkl appends to what is no list", "NNa."),
                pickle("data.pkl appends to what is no list", ")Na."),
                pickle("data.pkl puts into what is no dict", "]NNs."),
                pickle("data.pkl has a key without a value", "}(Nu."),
                pickle("a key must be a text, a number or a bool, got None", "}NNs."),
                pickle("a key must be a text, a number or a bool, got a ArrayList", "}]Ns."),
                pickle("data.pkl gives attributes to what is no dict", "]}b."),
                pickle("a text in data.pkl is not UTF-8", "X%01%00%00%00%ff."),
                pickle("the whole number 18446744073709551616 is beyond 64 bits", "%8a%09%00%00%00%00%00%00%00%00%01."),
                // values
                pickle("a value contains itself", "]q%00h%00a."),
                pickle("a value contains itself", "}q%00K%01h%00s."),
                pickle("its values are nested too deeply", "]".repeat(200) + "a".repeat(199) + "."),
                pickle("holds torch.FloatStorage by itself", "ctorch\nFloatStorage\n."),
                pickle("holds torch._utils._rebuild_tensor_v2 by itself", "]ctorch._utils\n_rebuild_tensor_v2\na."),
                // classes
                pickle(refused("posix.system"), "cposix\nsystem\nX%02%00%00%00ls%85R."),
                pickle(refused("builtins.eval"), "cbuiltins\neval\n."),
                pickle(refused("torch.nn.modules.linear.Linear"), "ctorch.nn.modules.linear\nLinear\n)%81}b."),
                pickle(refused("torch.ComplexFloatStorage"), "ctorch\nComplexFloatStorage\n."),
                pickle("data.pkl calls torch.FloatStorage, which is no function", "ctorch\nFloatStorage\n)R."),
                pickle("data.pkl calls None, which is no function", "N)R."),
                pickle("collections.OrderedDict is called with wrong arguments", "ccollections\nOrderedDict\nN%85R."),
                pickle("torch.Size is called with wrong arguments", "ctorch\nSize\nN%85R."),
                pickle("[-1] is no shape, or too large", "ctorch\nSize\nJ%ff%ff%ff%ff%85%85R."),
                pickle("[4294967296] is no shape, or too large", "ctorch\nSize\n%8a%05%00%00%00%00%01%85%85R."),
                // tensors
                pickle(
                        "torch._utils._rebuild_tensor_v2 is called with wrong arguments",
                        "ctorch._utils\n_rebuild_tensor_v2\n)R."),
                pickle(
                        "torch._utils._rebuild_parameter is called with wrong arguments",
                        "ctorch._utils\n_rebuild_parameter\nNNN%87R."),
                pickle("data.pkl refers to a storage in a way that is not understood", "NQ."),
                pickle("has no data/../x", STORAGE.replace("%01%00%00%000", "%04%00%00%00../x") + "."),
                pickle(
                        "storage 0 has 8 bytes, 3 elements of float32 do not fit",
                        STORAGE.replace("K%02", "K%03") + "."),
                pickle(
                        "storage 0 has 8 bytes, 4611686018427387906 elements of float32 do not fit",
                        STORAGE.replace("K%02", "%8a%08%02%00%00%00%00%00%00%40") + "."),
                pickle(
                        "storage 0 has 8 bytes, -1 elements of float32 do not fit",
                        STORAGE.replace("K%02", "J%ff%ff%ff%ff") + "."),
                pickle("storage 0 is float32 [2] and int32 [2]", STORAGE + STORAGE.replace("Float", "Int") + "."),
                pickle(leaves("[3] with strides [1] from element 0"), TENSOR + "K%00K%03%85K%01%85" + END),
                pickle(leaves("[2] with strides [1] from element 1"), TENSOR + "K%01K%02%85K%01%85" + END),
                pickle(leaves("[1] with strides [1] from element -1"), TENSOR + "J%ff%ff%ff%ffK%01%85K%01%85" + END),
                pickle(leaves("[2] with strides [-1] from element 1"), TENSOR + "K%01K%02%85J%ff%ff%ff%ff%85" + END),
                pickle(leaves("[2, 1] with strides [1] from element 0"), TENSOR + "K%00K%02K%01%86K%01%85" + END),
                pickle(
                        leaves("[3] with strides [9223372036854775807] from element 0"),
                        TENSOR + "K%00K%03%85%8a%08%ff%ff%ff%ff%ff%ff%ff%7f%85" + END),
                pickle(
                        "[65536, 65536, 65536, 65536] is no shape, or too large",
                        TENSOR + "K%00(" + "J%00%00%01%00".repeat(4) + "tK%00%85" + END),
                pickle(
                        "a tensor of torch.int32 cannot require a gradient",
                        (TENSOR + "K%00K%02%85K%01%85" + END)
                                .replace("Float", "Int")
                                .replace("%89", "%88")));
    }

    private static String refused(String name) {
        return "holds " + name + "; only tensors, numbers, texts, lists, tuples and dicts are loaded";
    }

    private static String leaves(String what) {
        return "a tensor of shape " + what + " leaves its storage of 2 elements";
    }

    private static Arguments pickle(String rule, String text) {
        return arguments(rule, text);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void hostileFilesAreRefused(String rule, String pickle) throws IOException {
        assertRefused(rule, zip(ZipEntry.STORED, entries(pickle)));
    }

    private void assertRefused(String rule, byte[] content) throws IOException {
        var file = Files.write(folder.resolve("hostile.pt"), content);
        var e = assertThrows(FileFormatException.class, () -> Checkpoint.load(file));
        assertEquals(file + ": " + rule, e.getMessage());
    }

    @Test
    void theSameFileWithoutTheFaultIsRead() throws IOException {
        var good = TENSOR + "K%00K%02%85K%01%85" + END;
        var file = Files.write(folder.resolve("good.pt"), zip(ZipEntry.STORED, entries(good)));
        assertEquals("tensor([0., 0.])", String.valueOf(Checkpoint.load(file)));
    }

    @Test
    void hostileArchivesAreRefused() throws IOException {
        assertRefused("must have one data.pkl, has 0", zip(ZipEntry.STORED, Map.of("a/b", new byte[1])));
        assertRefused(
                "must have one data.pkl, has 2",
                zip(ZipEntry.STORED, Map.of("a/data.pkl", new byte[1], "b/data.pkl", new byte[1])));
        assertRefused(
                "data.pkl is compressed, torch.save compresses nothing",
                zip(ZipEntry.DEFLATED, Map.of("a/data.pkl", new byte[100_000])));
        assertRefused(
                "its byte order is big, not little",
                zip(ZipEntry.STORED, Map.of("a/data.pkl", new byte[1], "a/byteorder", bytes("big"))));
        var flag = entries((TENSOR + "K%00K%02%85K%01%85" + END).replace("Float", "Bool"));
        flag.put("a/data/0", new byte[] {1, 7});
        assertRefused("storage 0: a bool must be 0 or 1, got 7", zip(ZipEntry.STORED, flag));
    }

    @Test
    void noDamageDoesHarm() throws IOException {
        var file = folder.resolve("x.pt");
        Checkpoint.save(Map.of("x", Tensors.ones(3), "list", List.of(1, "two", 3.5)), file);
        var whole = Files.readAllBytes(file);
        for (int n = 0; n < whole.length; n += 7) {
            Files.write(file, Arrays.copyOf(whole, n));
            assertThrows(FileFormatException.class, () -> Checkpoint.load(file));
        }
        var random = new Random(1);
        for (int i = 0; i < 3000; i++) {
            var damaged = whole.clone();
            for (int k = random.nextInt(3); k >= 0; k--)
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            Files.write(file, damaged);
            try {
                String.valueOf(Checkpoint.load(file));
            } catch (FileFormatException e) {
                assertTrue(e.getMessage().startsWith(file.toString()));
            }
        }
    }

    private static Map<String, byte[]> entries(String pickle) {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("a/data.pkl", bytes(pickle));
        entries.put("a/data/0", new byte[8]);
        return entries;
    }

    private static byte[] bytes(String text) {
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%') {
                out.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                out.writeBytes(text.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static byte[] zip(int method, Map<String, byte[]> entries) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var content : entries.entrySet()) {
                var entry = new ZipEntry(content.getKey());
                var crc = new CRC32();
                crc.update(content.getValue());
                entry.setMethod(method);
                entry.setSize(content.getValue().length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(content.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
