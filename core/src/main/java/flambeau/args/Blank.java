package flambeau.args;

/**
 * The keyword {@code blank}: the class that stands for no label.
 *
 * @param value the class that stands for no label
 */
public record Blank(int value) implements Arg<Blank.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
