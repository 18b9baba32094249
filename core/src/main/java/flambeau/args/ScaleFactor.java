package flambeau.args;

/**
 * The keyword {@code scaleFactor}: how many times larger the result is, one factor for all space axes or one each.
 *
 * @param values how many times larger the result is, one factor for all space axes or one each
 */
public record ScaleFactor(double... values) implements Arg<ScaleFactor.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
