package flambeau.tensor;

import java.util.List;
import java.util.stream.Stream;

/** Every operation of tensors that can be differentiated, and some that cannot: a line each, in one class an area. */
final class OpTable {
    private OpTable() {}

    static List<Row> rows() {
        return Stream.of(
                        ArithmeticRows.rows(),
                        ElementwiseRows.rows(),
                        ReductionRows.rows(),
                        ViewRows.rows(),
                        IndexingRows.rows(),
                        ProductRows.rows(),
                        InPlaceRows.rows(),
                        ImageRows.rows())
                .flatMap(List::stream)
                .toList();
    }

    /** Prints the rows for tools/record_ops.py. */
    static void main() {
        rows().stream()
                .flatMap(r -> Stream.concat(Stream.of(r), r.onEmpty().stream()))
                .map(Row::key)
                .distinct()
                .forEach(System.out::println);
    }
}
