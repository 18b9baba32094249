package flambeau.tensor;

/** A boolean as a number, which type promotion tells from an integer as PyTorch tells {@code True} from 1. */
final class Truth extends Number {
    private static final long serialVersionUID = 1;

    private final boolean value;

    private Truth(boolean value) {
        this.value = value;
    }

    static Truth of(boolean value) {
        return new Truth(value);
    }

    @Override
    public int intValue() {
        return value ? 1 : 0;
    }

    @Override
    public long longValue() {
        return intValue();
    }

    @Override
    public float floatValue() {
        return intValue();
    }

    @Override
    public double doubleValue() {
        return intValue();
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
