package flambeau.nn.architectures;

import static flambeau.tensor.Tensors.manualSeed;
import static flambeau.tensor.Tensors.noGrad;
import static flambeau.tensor.Tensors.rand;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import flambeau.nn.Layer;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One model in evaluation, called by many threads at once. */
class SharedModelTest {
    private static final int THREADS = 64;

    static Stream<Arguments> models() {
        manualSeed(1);
        return Stream.of(
                arguments(new Classics.LeNet().eval(), rand(2, 1, 28, 28)),
                arguments(new Residuals.UNet().eval(), rand(1, 1, 16, 16)),
                arguments(new Attentive.ViT().eval(), rand(2, 3, 32, 32)),
                arguments(new Sequences.TCN().eval(), rand(2, 4, 12)));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("models")
    void threadsGetTheSameBits(Layer model, Tensor x) throws Exception {
        var expected = forward(model, x);
        var start = new CountDownLatch(THREADS);
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            var tasks = new ArrayList<Callable<byte[]>>();
            for (int i = 0; i < THREADS; i++)
                tasks.add(() -> {
                    start.countDown();
                    start.await();
                    return forward(model, x);
                });
            for (var y : pool.invokeAll(tasks)) assertArrayEquals(expected, y.get());
        }
    }

    private static byte[] forward(Layer model, Tensor x) {
        try (var _ = noGrad()) {
            return model.apply(x).toByteArray();
        }
    }
}
