package flambeau.args;

import java.util.function.DoubleUnaryOperator;

/**
 * The keyword {@code scaleFn}: how the height of a cycle changes.
 *
 * @param value how the height of a cycle changes
 */
public record ScaleFn(DoubleUnaryOperator value) implements Arg<ScaleFn.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
