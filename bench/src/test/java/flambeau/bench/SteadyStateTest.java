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
    private static final int STEPS = 120; // in a row, over some collections
    private static final int MOST = 3000; // steps until the first such row has ended

    @ParameterizedTest
    @ValueSource(strings = {"lenet_train", "lstm_train"})
    void aStepAllocatesNothing(String name) {
        var step = new Workloads(Path.of(""))
                .named(List.of(name), IllegalArgumentException::new)
                .getFirst()
                .step()
                .get();
        int quiet = 0;
        long blocks = 0, primitives = 0;
        for (int i = 0; i < MOST && quiet < STEPS; i++) {
            step.run();
            long blocksNow = Pool.GLOBAL.usage().requests(), primitivesNow = DnnlProvider.primitives();
            quiet = blocks == blocksNow && primitives == primitivesNow ? quiet + 1 : 0;
            blocks = blocksNow;
            primitives = primitivesNow;
        }
        assertEquals(
                STEPS,
                quiet,
                "steps in a row that asked for no block and prepared no primitive, at the end of " + MOST);
    }
}
