package flambeau.autograd;

/** Something that is switched until it is closed: {@code try (var _ = noGrad()) { ... }}. */
@FunctionalInterface
public interface Guard extends AutoCloseable {
    @Override
    void close();
}
