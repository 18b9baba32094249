package flambeau.args;

/**
 * All keywords: {@code import static flambeau.args.Args.*;} serves layers, functions and optimisers alike.
 *
 * <p>A callee reads an option on the line that names its default: {@code stride = given(args, stride(1))}.
 */
public final class Args extends WindowArgs {
    private Args() {}
}
