package flambeau.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that break a rule, by accident or on purpose. */
class HostileFileTest {
    private static final String X = "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";

    @TempDir
    Path folder;

    static Stream<Arguments> hostileFilesAreRefused() {
        return Stream.of(
                // the length
                raw("the file has 0 bytes, its header alone takes 10"),
                raw("the file has 3 bytes, its header alone takes 10", 1, 2, 3),
                raw(
                        "the header's length 18446744073709551615 is above 100000000",
                        255,
                        255,
                        255,
                        255,
                        255,
                        255,
                        255,
                        255),
                raw("the header's length 9223372036854775808 is above 100000000", 0, 0, 0, 0, 0, 0, 0, 128, 1),
                raw("the header's length 100000001 is above 100000000", 1, 0xe1, 0xf5, 5, 0, 0, 0, 0, 1),
                raw(
                        "the header's length 3 goes beyond the end of the file (10 bytes)",
                        3,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        '{',
                        '}'),
                raw("the header must begin with {", 0, 0, 0, 0, 0, 0, 0, 0),
                raw("the header is not UTF-8", 4, 0, 0, 0, 0, 0, 0, 0, '{', '"', 0xff, '"'),
                // the JSON
                file("the header must begin with {", " {}", 0),
                file("the header must begin with {", "[]", 0),
                json("unexpected end at character 1", "{"),
                json("unexpected \"}\" at character 4", "{\"a\"}"),
                json("unexpected \",\" at character 1", "{,}"),
                json("unexpected \"}\" at character 8", "{\"a\":{},}"),
                json("unexpected \"x\" at character 3", "{} x"),
                json("unexpected \"n\" at character 5", "{\"a\":null}"),
                json("unexpected \"t\" at character 5", "{\"a\":true}"),
                json("unexpected \".\" at character 6", "{\"a\":1.5}"),
                json("no number at character 5", "{\"a\":-}"),
                json("no number at character 5", "{\"a\":012}"),
                json("number too large at character 5", "{\"a\":9223372036854775808}"),
                json("string without end at character 3", "{\"a"),
                json("unknown escape at character 3", "{\"\\x\":1}"),
                json("no four hexadecimal digits at character 3", "{\"\\u12g4\":1}"),
                json("half a character in a string at character 9", "{\"\\ud83d\":1}"),
                json("control character in a string at character 2", "{\"\n\":1}"),
                json("key \"a\" twice at character 8", "{\"a\":{},\"a\":{}}"),
                json("nested too deeply at character 13", "{\"a\":" + "[".repeat(1000)),
                json("nested too deeply at character 45", "{\"a\":".repeat(100_000)),
                // the entries
                file("tensor \"x\": must be an object", "{\"x\":[]}", 0),
                file("tensor \"x\": the dtype null is not known", "{\"x\":{}}", 0),
                entry("the dtype F8_E4M3 is not known", X.replace("F32", "F8_E4M3"), 8),
                entry("the dtype f32 is not known", X.replace("F32", "f32"), 8),
                entry("shape must be an array", X.replace("[2]", "2"), 8),
                entry("shape must have whole numbers from 0 on, got -2", X.replace("[2]", "[-2]"), 8),
                entry("shape must have whole numbers from 0 on, got 2", X.replace("[2]", "[\"2\"]"), 8),
                entry("the shape [4294967298] is too large", X.replace("[2]", "[4294967298]"), 8),
                entry(
                        "the shape [2147483647, 2147483647, 2147483647] is too large",
                        X.replace("[2]", "[2147483647,2147483647,2147483647]"),
                        8),
                entry(
                        "data_offsets [0, 8] are 8 bytes, F32 [2147483647, 2147483647] does not fit",
                        X.replace("[2]", "[2147483647,2147483647]"),
                        8),
                entry("has 65 dimensions, at most 64 are possible", X.replace("[2]", "[" + "1,".repeat(64) + "2]"), 8),
                entry("data_offsets must be an array", X.replace("[0,8]", "\"0,8\""), 8),
                entry("data_offsets must be [begin, end], got [0]", X.replace("[0,8]", "[0]"), 8),
                entry("data_offsets must be [begin, end], got [8, 0]", X.replace("[0,8]", "[8,0]"), 8),
                entry("data_offsets must have whole numbers from 0 on, got -8", X.replace("[0,8]", "[-8,0]"), 8),
                entry("data_offsets [0, 12] are 12 bytes, F32 [2] does not fit", X.replace("8]", "12]"), 12),
                entry("data_offsets [0, 8] are 8 bytes, F32 [3] does not fit", X.replace("[2]", "[3]"), 8),
                entry("has an unknown member offset", X.replace("}}", ",\"offset\":1}}"), 8),
                file("__metadata__ must be an object of texts", "{\"__metadata__\":[]}", 0),
                file("__metadata__ must be an object of texts, n is none", "{\"__metadata__\":{\"n\":1}}", 0),
                // the data
                file("the tensors take 8 bytes of data, the file has 7", X, 7),
                file("the tensors take 8 bytes of data, the file has 9", X, 9),
                file("the tensors take 0 bytes of data, the file has 1", "{}", 1),
                file(
                        "tensor \"x\": begins at byte 4 of the data, the one before it ends at 0",
                        X.replace("[0,8]", "[4,12]"),
                        12),
                file("tensor \"y\": begins at byte 4 of the data, the one before it ends at 8", two(4, 12), 12),
                file("tensor \"y\": begins at byte 0 of the data, the one before it ends at 8", two(0, 8), 8),
                file("tensor \"y\": begins at byte 12 of the data, the one before it ends at 8", two(12, 20), 20),
                file(
                        "tensor \"x\": begins at byte 9223372036854775799 of the data, the one before it ends at 0",
                        X.replace("[0,8]", "[9223372036854775799,9223372036854775807]"),
                        8),
                file(
                        "tensor \"x\": a bool must be 0 or 1, got 7",
                        X.replace("F32", "BOOL").replace("8]", "2]"),
                        2,
                        1,
                        7));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void hostileFilesAreRefused(String rule, byte[] content) throws IOException {
        var file = Files.write(folder.resolve("hostile.safetensors"), content);
        var e = assertThrows(FileFormatException.class, () -> Safetensors.load(file));
        assertEquals(file + ": " + rule, e.getMessage());
    }

    @Test
    void spacesAndEscapesAreAllowed() throws IOException {
        var json = "{ \"\\u0078\\n\" : {\"shape\":[ ], \"data_offsets\":[0, 4],\r\n\t\"dtype\":\"F32\"} }   ";
        var file = Files.write(folder.resolve("good.safetensors"), bytes(json, 4));
        assertEquals(0.0, Safetensors.load(file).get("x\n").item());
    }

    @Test
    void anyPrefixOfAFileIsRefused() throws IOException {
        var whole = bytes(two(8, 16), 16);
        for (int n = 0; n < whole.length; n++) {
            var file = Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(whole, n));
            assertThrows(FileFormatException.class, () -> Safetensors.load(file));
        }
        assertEquals(
                2, Safetensors.load(Files.write(folder.resolve("cut"), whole)).size());
    }

    private static String two(int begin, int end) {
        return X.substring(0, X.length() - 1)
                + ",\"y\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[%d,%d]}}".formatted(begin, end);
    }

    private static Arguments json(String what, String header) {
        return file("the header is not JSON as the format has it: " + what, header, 0);
    }

    private static Arguments entry(String what, String header, int dataBytes) {
        return file("tensor \"x\": " + what, header, dataBytes);
    }

    private static Arguments file(String rule, String header, int dataBytes, int... data) {
        return arguments(rule, bytes(header, dataBytes, data));
    }

    private static Arguments raw(String rule, int... content) {
        var bytes = new byte[content.length];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) content[i];
        return arguments(rule, bytes);
    }

    private static byte[] bytes(String header, int dataBytes, int... data) {
        var json = header.getBytes(StandardCharsets.UTF_8);
        var length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(json.length);
        var content = new ByteArrayOutputStream();
        content.writeBytes(length.array());
        content.writeBytes(json);
        for (int i = 0; i < dataBytes; i++) content.write(i < data.length ? data[i] : 0);
        return content.toByteArray();
    }
}
