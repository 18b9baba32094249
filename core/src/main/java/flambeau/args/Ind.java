package flambeau.args;

/**
 * The keyword {@code ind}: how many dimensions stand for the rows.
 *
 * @param value how many dimensions stand for the rows
 */
public record Ind(int value) implements Arg<Ind.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
