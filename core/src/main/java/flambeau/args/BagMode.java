package flambeau.args;

import java.util.Locale;

/** The keyword {@code mode}: what becomes of the rows of a bag. */
public enum BagMode implements Arg<BagMode.Taker> {
    /** Their sum. */
    SUM,
    /** Their mean. */
    MEAN,
    /** The largest of each column. */
    MAX;

    /** Takes this keyword. */
    public interface Taker {}

    /** PyTorch's word, as {@code mean}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
