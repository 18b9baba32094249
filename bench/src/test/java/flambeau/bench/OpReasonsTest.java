package flambeau.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpReasonsTest {
    @Test
    void everyReasonIsOfAnOperationAndNoOperationHasTwo() {
        var named = Stream.of(OpReasons.values())
                .flatMap(reason -> reason.operations.stream())
                .toList();
        var known = new HashSet<>(OpCases.ALL.stream().map(OpCase::torch).toList());
        assertEquals(List.of(), named.stream().filter(op -> !known.contains(op)).toList());
        assertEquals(named.size(), new HashSet<>(named).size());
    }
}
