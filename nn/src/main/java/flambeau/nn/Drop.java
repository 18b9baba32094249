package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.inplace;
import static flambeau.args.Args.p;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.Inplace;
import flambeau.args.P;
import flambeau.args.RandomSource;
import flambeau.args.Training;
import flambeau.tensor.Generator;
import org.jspecify.annotations.Nullable;

/** What {@link Dropout} and its relatives share. */
abstract class Drop extends Layer {
    /** The probability of a 0. */
    public final P p;

    final Inplace inplace;
    private final transient @Nullable RandomSource generator;

    Drop(String name, Arg<?>[] args) {
        p = given(args, p(0.5));
        inplace = given(args, inplace(false));
        generator = given(args, RandomSource.class);
        if (!(p.value() >= 0 && p.value() <= 1))
            throw new IllegalArgumentException(name + ": p must be in [0, 1], got " + p.value());
    }

    final Training training() {
        return Args.training(isTraining());
    }

    final RandomSource generator() {
        return Args.generator(generator == null ? Generator.getDefault() : generator);
    }

    @Override
    protected String extraRepr() {
        return "p=%s, inplace=%s".formatted(Repr.of(p.value()), Repr.of(inplace.value()));
    }
}
