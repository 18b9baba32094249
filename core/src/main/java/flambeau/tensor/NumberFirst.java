package flambeau.tensor;

/** Functions whose first operand is a number. */
abstract sealed class NumberFirst extends RandomState permits Combining {
    NumberFirst() {}
}
