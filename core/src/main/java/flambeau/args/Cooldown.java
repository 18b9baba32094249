package flambeau.args;

/**
 * The keyword {@code cooldown}: how many measurements do not count after a change.
 *
 * @param value how many measurements do not count after a change
 */
public record Cooldown(int value) implements Arg<Cooldown.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
