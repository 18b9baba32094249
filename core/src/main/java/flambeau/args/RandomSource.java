package flambeau.args;

/** The keyword {@code generator}: where random numbers come from. Implemented by {@code flambeau.tensor.Generator} alone. */
public interface RandomSource extends Arg<RandomSource.Taker> {
    /** Takes this keyword. */
    interface Taker {}
}
