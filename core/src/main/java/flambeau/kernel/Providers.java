package flambeau.kernel;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The families of all providers of a device, the highest rank first. */
public final class Providers {
    private static final System.Logger LOG = System.getLogger("flambeau");

    private final List<Provider> all;
    final Pointwise[] pointwise;
    final Reduce[] reduce;
    final Gemm[] gemm;
    final Factor[] factor;
    final Conv[] conv;
    final Pooling[] pooling;
    final Resampling[] resampling;
    final Norm[] norm;
    final RowNorm[] rowNorm;
    final Softmax[] softmax;
    final Indexing[] indexing;
    final Activation[] activation;
    final Gates[] gates;
    final Update[] update;
    final Counting[] counting;
    final Sort[] sort;
    final Scan[] scan;

    Providers(List<Provider> all) {
        this.all = List.copyOf(all);
        pointwise = family(Provider::pointwise).toArray(Pointwise[]::new);
        reduce = family(Provider::reduce).toArray(Reduce[]::new);
        gemm = family(Provider::gemm).toArray(Gemm[]::new);
        factor = family(Provider::factor).toArray(Factor[]::new);
        conv = family(Provider::conv).toArray(Conv[]::new);
        pooling = family(Provider::pooling).toArray(Pooling[]::new);
        resampling = family(Provider::resampling).toArray(Resampling[]::new);
        norm = family(Provider::norm).toArray(Norm[]::new);
        rowNorm = family(Provider::rowNorm).toArray(RowNorm[]::new);
        softmax = family(Provider::softmax).toArray(Softmax[]::new);
        indexing = family(Provider::indexing).toArray(Indexing[]::new);
        activation = family(Provider::activation).toArray(Activation[]::new);
        gates = family(Provider::gates).toArray(Gates[]::new);
        update = family(Provider::update).toArray(Update[]::new);
        counting = family(Provider::counting).toArray(Counting[]::new);
        sort = family(Provider::sort).toArray(Sort[]::new);
        scan = family(Provider::scan).toArray(Scan[]::new);
    }

    private <F> List<F> family(Function<Provider, @Nullable F> of) {
        var found = new ArrayList<F>();
        for (var provider : all) {
            var family = of.apply(provider);
            if (family != null) found.add(family);
        }
        return found;
    }

    /** Those of core and those that the service loader finds; {@code -Dflambeau.providers=a,b} names the wanted ones. */
    static Providers find() {
        var found = new ArrayList<Provider>();
        var vector = vector();
        if (vector != null) found.add(vector);
        var services = ServiceLoader.load(Provider.class, Provider.class.getClassLoader())
                .iterator();
        while (true) {
            try {
                if (!services.hasNext()) break;
                found.add(services.next());
            } catch (ServiceConfigurationError e) {
                LOG.log(WARNING, "Flambeau works without a provider that cannot be loaded: " + e.getMessage());
            }
        }
        var wanted = System.getProperty("flambeau.providers");
        if (wanted != null) {
            var names = Set.of(wanted.split(","));
            found.removeIf(p -> p.rank() > 0 && !names.contains(p.name())); // reference always stays
        }
        if (found.stream().noneMatch(p -> p.rank() == 0))
            throw new IllegalStateException("Flambeau: no reference kernels: META-INF/services/"
                    + Provider.class.getName() + " was lost, as when jars are merged; its lines must be joined");
        found.sort(Comparator.comparingInt(Provider::rank).reversed());
        return new Providers(found);
    }

    /** The provider that needs jdk.incubator.vector; only its name is known here, so that its absence breaks nothing. */
    private static @Nullable Provider vector() {
        var vectors = ModuleLayer.boot().findModule("jdk.incubator.vector");
        if (vectors.isEmpty()) {
            LOG.log(
                    INFO,
                    "Flambeau computes small tensors faster when java is started with --add-modules"
                            + " jdk.incubator.vector");
            return null;
        }
        Providers.class
                .getModule()
                .addReads(vectors.get()); // a `requires static` would make javac warn in users' modules
        try {
            var type = Class.forName("flambeau.kernel.vector.VectorProvider");
            return (Provider)
                    Objects.requireNonNull(type.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.log(WARNING, "Flambeau works without its vector kernels: " + e);
            return null;
        }
    }

    /** The names, the first asked first. */
    public List<String> names() {
        return all.stream().map(Provider::name).toList();
    }

    /** The factorisations of the reference, to which blocked ones leave their small blocks. */
    public Factor plainFactor() {
        return factor[factor.length - 1];
    }

    void threads(int n) {
        for (var provider : all) provider.threads(n);
    }
}
