package flambeau.tensor;

import static flambeau.tensor.Tensors.fromBuffer;
import static flambeau.tensor.Tensors.noGrad;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import flambeau.array.DType;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MemoryTest {
    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    @Test
    void aDirectBufferIsSharedBothWays() {
        var buffer = direct(16);
        buffer.asFloatBuffer().put(new float[] {1, 2, 3, 4});
        var x = fromBuffer(buffer, DType.FLOAT32);
        buffer.putFloat(0, 5);
        assertArrayEquals(new float[] {5, 2, 3, 4}, x.toFloatArray());
        x.mul_(2);
        assertEquals(10, buffer.getFloat(0));
        assertArrayEquals(
                new float[] {6, 8},
                fromBuffer(buffer.position(8), DType.FLOAT32).toFloatArray());
        assertArrayEquals(
                new long[0], fromBuffer(buffer.position(16), DType.INT64).toLongArray());
    }

    @Test
    void aSharedBufferLivesAsLongAsItsTensor() {
        var tensors = new ArrayList<Tensor>();
        for (int i = 0; i < 50; i++) {
            var buffer = direct(1 << 20);
            for (int at = 0; at < buffer.capacity(); at += 4096) buffer.putInt(at, i);
            tensors.add(fromBuffer(buffer, DType.INT32));
            if (i % 10 == 0) System.gc();
        }
        for (int i = 0; i < 50; i++)
            assertEquals((long) i, tensors.get(i).get(1024 * 255).item());
    }

    @Test
    void theGlobalArenaIsShared() {
        var segment = Arena.global().allocate(ValueLayout.JAVA_LONG, 2);
        var x = fromBuffer(segment, DType.INT64).fill_(7);
        assertEquals(7, segment.getAtIndex(ValueLayout.JAVA_LONG, 1));
        assertEquals("tensor([7, 7])", x.toString());
        assertEquals(
                "tensor([7])",
                fromBuffer(segment.asSlice(8).asByteBuffer().order(ByteOrder.nativeOrder()), DType.INT64)
                        .toString());
    }

    @Test
    void anAutomaticArenaIsSharedAndLivesAsLongAsItsTensor() {
        var x = fromBuffer(Arena.ofAuto().allocate(1 << 20), DType.INT8).fill_(3);
        var y = fromBuffer(Arena.ofAuto().allocate(1 << 20).asByteBuffer(), DType.INT8)
                .fill_(4);
        System.gc();
        assertEquals(7L << 20, x.sum().add(y.sum()).item());
    }

    static Stream<Object[]> memoryThatMayGoIsNotShared() {
        var arena = "fromBuffer: memory of an arena that may be closed cannot be shared; copy it with tensor(..)";
        var heap = "fromBuffer: a %s on the heap cannot be shared, copy it with tensor(..)";
        var shared = Arena.ofShared();
        return Stream.of(
                no(heap.formatted("buffer"), () -> fromBuffer(ByteBuffer.allocate(8), DType.INT8)),
                no(heap.formatted("segment"), () -> fromBuffer(MemorySegment.ofArray(new byte[8]), DType.INT8)),
                no(arena, () -> fromBuffer(Arena.ofConfined().allocate(8), DType.INT8)),
                no(arena, () -> fromBuffer(shared.allocate(8), DType.INT8)),
                no(arena, () -> fromBuffer(shared.allocate(8).asByteBuffer(), DType.INT8)),
                no(arena, () -> fromBuffer(shared.allocate(8).asByteBuffer().slice(4, 4), DType.INT8)),
                no(
                        "fromBuffer: memory that is read-only cannot be shared",
                        () -> fromBuffer(direct(8).asReadOnlyBuffer(), DType.INT8)),
                no(
                        "fromBuffer: the buffer must have the order LITTLE_ENDIAN",
                        () -> fromBuffer(ByteBuffer.allocateDirect(8), DType.FLOAT32)),
                no(
                        "fromBuffer: memory that others write may hold no bool; use uint8 and toBool()",
                        () -> fromBuffer(direct(8), DType.BOOL)),
                no(
                        "fromBuffer: 9 bytes at address 64 are no whole elements of torch.float32",
                        () -> fromBuffer(direct(9), DType.FLOAT32)),
                no(
                        "fromBuffer: 4 bytes at address 64 are no whole elements of torch.float32",
                        () -> fromBuffer(direct(5).position(1).slice().order(ByteOrder.nativeOrder()), DType.FLOAT32)));
    }

    private static Object[] no(String message, Executable call) {
        return new Object[] {message, call};
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void memoryThatMayGoIsNotShared(String message, Executable call) {
        var thrown = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertEquals(message, thrown.replaceAll("address \\d+", "address 64"));
    }

    @Test
    void aMappedFileIsNotShared(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("f"), new byte[64]);
        try (var channel =
                FileChannel.open(file, java.nio.file.StandardOpenOption.READ, java.nio.file.StandardOpenOption.WRITE)) {
            var map = channel.map(FileChannel.MapMode.READ_WRITE, 0, 64);
            for (var part : List.of(map, map.slice(8, 8), map.duplicate())) {
                var thrown = assertThrows(IllegalArgumentException.class, () -> fromBuffer(part, DType.INT8));
                assertEquals(
                        "fromBuffer: a mapped file may shrink and cannot be shared; copy it with tensor(..)",
                        thrown.getMessage());
            }
        }
    }

    @Test
    void buffersShowATensorAndOutliveIt() {
        var x = tensor(1.5, 2.5);
        var floats = x.asFloatBuffer();
        x.add_(1);
        assertEquals(2.5f, floats.get(0));
        assertThrows(ReadOnlyBufferException.class, () -> floats.put(0, 1));
        assertEquals(16, x.toDouble().asMemorySegment().byteSize());
        assertEquals(3L, tensor(3, 4).asLongBuffer().get(0));
        assertEquals(3, tensor(3, 4).toInt().asIntBuffer().get(0));
        assertEquals(3, tensor(3, 4).toShort().asShortBuffer().get(0));
        assertEquals(2.5, tensor(2.5).toDouble().asDoubleBuffer().get(0));
        assertEquals(1, tensor(true).toByte().asByteBuffer().get(0));
    }

    @Test
    void memoryThatIsLookedAtIsNotGivenBack() {
        var segments = new ArrayList<MemorySegment>();
        for (int i = 0; i < 20; i++) {
            try (var _ = Tensors.scope()) {
                segments.add(Tensors.full(Tensors.shape(1 << 18), i).asMemorySegment());
            }
            Tensors.zeros(1 << 18); // would take the place of what was given back
            if (i % 5 == 0) System.gc();
        }
        flambeau.memory.Pool.GLOBAL.trim();
        for (int i = 0; i < 20; i++) assertEquals(i, segments.get(i).getAtIndex(ValueLayout.JAVA_LONG, 1000));
    }

    @Test
    void aWriteCountsAsAChangeInPlace() {
        var w = ones(2);
        var x = ones(2).requiresGrad_();
        var y = x.mul(w).sum();
        w.write_(memory -> memory.setAtIndex(ValueLayout.JAVA_FLOAT, 1, 9));
        assertArrayEquals(new float[] {1, 9}, w.toFloatArray());
        assertThrows(IllegalStateException.class, y::backward);
        try (var _ = noGrad()) {
            x.write_(memory -> memory.fill((byte) 0));
        }
        assertEquals("tensor([0., 0.], requires_grad=True)", x.toString());
    }

    @Test
    void aWriterMustKeepToItsTime() {
        var kept = new MemorySegment[1];
        var x = ones(2).write_(memory -> kept[0] = memory);
        assertThrows(IllegalStateException.class, () -> kept[0].get(ValueLayout.JAVA_BYTE, 0));
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> x.write_(memory -> memory.set(ValueLayout.JAVA_BYTE, 8, (byte) 0)));
        var leaf = ones(2).requiresGrad_();
        var recorded = assertThrows(IllegalStateException.class, () -> leaf.write_(_ -> {}));
        assertEquals(
                "write_: a tensor that requires a gradient cannot be written to; use noGrad()", recorded.getMessage());
        var thrown = assertThrows(
                IllegalArgumentException.class, () -> ones(2, 3).t().write_(_ -> {}));
        assertEquals("write_: the tensor must be contiguous, use contiguous()", thrown.getMessage());
    }

    @Test
    void aTensorOfInferenceModeIsWrittenInsideIt() {
        Tensor x;
        try (var _ = Tensors.inferenceMode()) {
            x = ones(2).write_(memory -> memory.fill((byte) 0));
        }
        assertEquals(0.0, x.sum().item());
        var thrown = assertThrows(IllegalStateException.class, () -> x.write_(_ -> {}));
        assertEquals(
                "write_: a tensor made in inference mode cannot be changed in place outside; use clone()",
                thrown.getMessage());
    }

    @Test
    void everyByteOfABoolIsZeroOrOne() {
        var x = tensor(new boolean[] {false, true}).write_(memory -> memory.fill((byte) 7));
        assertArrayEquals(new byte[] {1, 1}, x.toByteArray());
    }
}
