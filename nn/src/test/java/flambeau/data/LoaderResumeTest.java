package flambeau.data;

import static flambeau.args.Args.batchSize;
import static flambeau.args.Args.dropLast;
import static flambeau.args.Args.generator;
import static flambeau.args.Args.numWorkers;
import static flambeau.args.Args.shuffle;
import static flambeau.tensor.Tensors.arange;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.tensor.Generator;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A loader goes on in the middle of an epoch. */
class LoaderResumeTest {
    private static DataLoader<Sample> loader(int workers, boolean drop, long seed) {
        return new DataLoader<>(
                new TensorDataset(arange(11)),
                batchSize(3),
                shuffle(true),
                dropLast(drop),
                numWorkers(workers),
                generator(new Generator().manualSeed(seed)));
    }

    private static List<String> rest(Iterator<Sample> batches) {
        var all = new ArrayList<String>();
        while (batches.hasNext()) all.add(batches.next().get(0).toString());
        return all;
    }

    @ParameterizedTest
    @CsvSource({"0,false", "0,true", "2,false", "2,true"})
    void theRestOfAnEpochAndTheNextAreThoseOfTheOtherLoader(int workers, boolean drop) {
        for (int taken = 0; taken <= 3; taken++) {
            var loader = loader(workers, drop, 1);
            rest(loader.iterator());
            var epoch = loader.iterator();
            for (int i = 0; i < taken; i++) epoch.next();
            var resumed = loader(0, drop, 2);
            resumed.loadStateDict(loader.stateDict());
            assertEquals(rest(epoch), rest(resumed.iterator()), "after " + taken);
            assertEquals(rest(loader.iterator()), rest(resumed.iterator()), "the next epoch");
        }
    }

    @Test
    void anEpochThatIsOverLeavesNothing() {
        var loader = loader(0, false, 1);
        rest(loader.iterator());
        assertEquals(List.of("generator"), List.copyOf(loader.stateDict().keySet()));
    }

    @Test
    void whatWasLoadedCanBeSavedAgain() {
        var loader = loader(0, false, 1);
        loader.iterator().next();
        var resumed = loader(0, false, 2);
        resumed.loadStateDict(loader.stateDict());
        var again = resumed.stateDict();
        assertTrue(loader.stateDict().get("order").torchEquals(again.get("order")));
        assertEquals(1L, again.get("batches").item());
    }

    @Test
    void theOrderOfALargerDatasetIsRefused() {
        var dict = new LinkedHashMap<String, Tensor>();
        dict.put("order", tensor(new long[] {0, 11}));
        dict.put("batches", tensor(1));
        var e = assertThrows(
                IllegalArgumentException.class, () -> loader(0, false, 1).loadStateDict(dict));
        assertEquals("DataLoader: the state dict names sample 11, the dataset has 11", e.getMessage());
    }
}
