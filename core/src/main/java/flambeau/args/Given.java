package flambeau.args;

import java.lang.reflect.Method;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a callee finds its options. */
abstract sealed class Given permits ActivationArgs {
    Given() {}

    /**
     * The option of the kind of {@code byDefault} among {@code args}, or {@code byDefault}.
     *
     * @throws IllegalArgumentException if it is given twice, or one is null
     */
    @SuppressWarnings("unchecked")
    public static <T extends Arg<?>> T given(Arg<?>[] args, T byDefault) {
        var found = given(args, (Class<T>) byDefault.getClass());
        return found == null ? byDefault : found;
    }

    /**
     * The option of this kind among {@code args}, or null.
     *
     * @throws IllegalArgumentException if it is given twice, or one is null
     */
    public static <T> @Nullable T given(Arg<?>[] args, Class<T> kind) {
        if (args == null) throw new IllegalArgumentException("null is no list of options: leave the argument out");
        T found = null;
        for (var arg : args) {
            if (arg == null) throw new IllegalArgumentException("an option must not be null");
            if (!kind.isInstance(arg)) continue;
            if (found != null) throw new IllegalArgumentException(word(kind) + ": given twice");
            found = kind.cast(arg);
        }
        return found;
    }

    /** The keyword of this kind; several, where one kind has several; the kind, where it is not one of ours. */
    private static String word(Class<?> kind) {
        var words = Stream.of(Args.class.getMethods())
                .filter(factory -> factory.getReturnType() == kind)
                .map(Method::getName)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" or "));
        return words.isEmpty() ? kind.getSimpleName() : words;
    }
}
