package flambeau.tensor;

import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every operation of tensors that can be differentiated, and some that cannot: a line each, in one class an area. */
final class OpTable {
    private static final SequencedMap<String, Supplier<List<Row>>> AREAS = areas();

    private OpTable() {}

    private static SequencedMap<String, Supplier<List<Row>>> areas() {
        var areas = new java.util.LinkedHashMap<String, Supplier<List<Row>>>();
        areas.put("arithmetic", ArithmeticRows::rows);
        areas.put("elementwise", ElementwiseRows::rows);
        areas.put("reduction", ReductionRows::rows);
        areas.put("sorting", SortingRows::rows);
        areas.put("view", ViewRows::rows);
        areas.put("indexing", IndexingRows::rows);
        areas.put("rearranging", RearrangingRows::rows);
        areas.put("scattering", ScatteringRows::rows);
        areas.put("product", ProductRows::rows);
        areas.put("contraction", ContractionRows::rows);
        areas.put("factoring", FactoringRows::rows);
        areas.put("norm", NormRows::rows);
        areas.put("inplace", InPlaceRows::rows);
        areas.put("image", ImageRows::rows);
        areas.put("pointwise", PointwiseRows::rows);
        areas.put("special", SpecialRows::rows);
        return areas;
    }

    /** The names of the areas; what PyTorch makes of each is a resource {@code ops/NAME.txt.gz}. */
    static List<String> names() {
        return List.copyOf(AREAS.keySet());
    }

    static List<Row> rows() {
        return AREAS.values().stream().flatMap(area -> area.get().stream()).toList();
    }

    /** Prints the rows of the area {@code args[0]} for tools/record_ops.py. */
    static void main(String[] args) {
        AREAS.get(args[0]).get().stream()
                .flatMap(r -> Stream.concat(Stream.of(r), r.onEmpty().stream()))
                .map(Row::key)
                .distinct()
                .forEach(System.out::println);
    }
}
