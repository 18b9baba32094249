package flambeau.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import flambeau.memory.Pool;
import flambeau.onednn.DnnlProvider;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Once a training has done all kinds of steps, further ones ask the system for no memory and prepare no primitives. */
@Tag("slow")
class SteadyStateTest {
    private static final int WARM =
            240; // some collections of the garbage of Java, which decide how much is dead and not yet found
    private static final int STEPS = 120;

    @ParameterizedTest
    @ValueSource(strings = {"lenet_train", "lstm_train"})
    void aStepAllocatesNothing(String name) {
        var step = new Workloads(Path.of(""))
                .named(List.of(name), IllegalArgumentException::new)
                .getFirst()
                .step()
                .get();
        for (int i = 0; i < WARM; i++) step.run();
        long requests = Pool.GLOBAL.usage().requests(), primitives = DnnlProvider.primitives();
        for (int i = 0; i < STEPS; i++) step.run();
        assertEquals(0, DnnlProvider.primitives() - primitives, "primitives prepared");
        assertEquals(0, Pool.GLOBAL.usage().requests() - requests, "blocks asked of the system");
    }
}
