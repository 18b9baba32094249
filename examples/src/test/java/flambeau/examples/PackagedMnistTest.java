package flambeau.examples;

import static flambeau.args.Args.train;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.vision.datasets.MNIST;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackagedMnistTest {
    @ParameterizedTest
    @CsvSource({"true, 1000", "false, 200"})
    void everyDigitIsThereAsOften(boolean train, long each) throws Exception {
        var digits = new MNIST(PackagedMnist.folder(), train(train));
        var counts = Arrays.stream(digits.targets().toIntArray())
                .boxed()
                .collect(Collectors.groupingBy(d -> d, TreeMap::new, Collectors.counting()));
        assertEquals(10, counts.size());
        assertEquals(
                Map.of(each, 10L),
                counts.values().stream().collect(Collectors.groupingBy(n -> n, Collectors.counting())));
    }

    @Test
    void sourceAndLicenceAreNamed() throws Exception {
        var readme = Files.readString(PackagedMnist.folder().resolve("README.md"));
        assertTrue(readme.contains("Yann LeCun and Corinna Cortes") && readme.contains("Attribution-ShareAlike 3.0"));
    }
}
