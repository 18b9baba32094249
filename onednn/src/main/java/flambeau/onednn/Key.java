package flambeau.onednn;

import java.util.Arrays;

/** What a primitive is cached by: the operation, and all numbers that its description depends on. */
final class Key {
    private final String operation;
    private final long[] numbers;
    private final int hash;

    /** A key that keeps {@code numbers}; {@code operation} is a literal. */
    Key(String operation, long... numbers) {
        this.operation = operation;
        this.numbers = numbers;
        this.hash = operation.hashCode() * 31 + Arrays.hashCode(numbers);
    }

    @Override
    @SuppressWarnings({"ReferenceEquality", "StringEquality"}) // literals
    public boolean equals(Object other) {
        return other instanceof Key key
                && key.hash == hash
                && key.operation == operation
                && Arrays.equals(key.numbers, numbers);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return operation + " " + Arrays.toString(numbers);
    }
}
