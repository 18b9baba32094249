package flambeau.args;

/**
 * A keyword option that a {@code T} takes. A callee that takes it declares {@code Arg<? super Callee>... args} and implements
 * the option's {@code Taker}, so that an option which it does not take does not compile.
 *
 * @param <T> who takes this option
 */
public interface Arg<T> {}
