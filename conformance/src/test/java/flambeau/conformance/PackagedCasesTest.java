package flambeau.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code passing.tsv} says passes must pass: a family whose two numbers are equal is complete, and stays so. */
@Tag("slow")
class PackagedCasesTest {
    private static Packed packed;

    @BeforeAll
    static void read() throws IOException {
        packed = new Packed();
    }

    /** A line of the table: a family, the number of its cases, and of those that pass. */
    record Row(String family, int cases, int passing) {}

    static Stream<Row> rows() {
        return Names.lines("passing.tsv").stream().map(line -> {
            var words = line.split("\t", -1);
            return new Row(words[0], Integer.parseInt(words[1]), Integer.parseInt(words[2]));
        });
    }

    @Test
    void theTableHasAllFamilies() {
        assertEquals(packed.families(), rows().map(Row::family).toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void noCaseIsLost(Row row) throws IOException {
        var failed = new ArrayList<String>();
        List<Case> cases = packed.read(row.family()).cases();
        for (var c : cases) {
            var outcome = Cases.run(c);
            if (!outcome.equals(Cases.OK)) failed.add(c.id() + ": " + outcome);
        }
        assertEquals(row.cases(), cases.size());
        int passed = cases.size() - failed.size();
        assertEquals(
                row.passing(),
                passed,
                () -> "%s in passing.tsv, which --counts writes; failed:%n%s"
                        .formatted(row, String.join("\n", failed)));
    }
}
