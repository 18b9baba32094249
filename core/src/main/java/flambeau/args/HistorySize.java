package flambeau.args;

/**
 * The keyword {@code historySize}: how many past steps are kept.
 *
 * @param value how many past steps are kept
 */
public record HistorySize(int value) implements Arg<HistorySize.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
