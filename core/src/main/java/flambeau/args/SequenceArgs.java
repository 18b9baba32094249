package flambeau.args;

/** Keywords of recurrent layers and sequences of different lengths. */
abstract sealed class SequenceArgs extends ScheduleArgs permits ShapeArgs {
    SequenceArgs() {}

    /** Whether the batch is the first dimension and time the second. */
    public static BatchFirst batchFirst(boolean value) {
        return new BatchFirst(value);
    }

    /** Whether sequences are also read from their end. */
    public static Bidirectional bidirectional(boolean value) {
        return new Bidirectional(value);
    }

    /** The probability that an element between layers becomes 0 in training. */
    public static Dropout dropout(double value) {
        return new Dropout(value);
    }

    /** Whether sequences must come from the longest to the shortest. */
    public static EnforceSorted enforceSorted(boolean value) {
        return new EnforceSorted(value);
    }

    /** The number of layers, each on the output of the one before. */
    public static NumLayers numLayers(int value) {
        return new NumLayers(value);
    }

    /** Where short sequences are padded. */
    public static PaddingSide paddingSide(PaddingSide value) {
        return value;
    }

    /** The value behind the end of a sequence. */
    public static PaddingValue paddingValue(double value) {
        return new PaddingValue(value);
    }

    /** The size to which hidden states are projected; 0: not at all. */
    public static ProjSize projSize(int value) {
        return new ProjSize(value);
    }

    /** The length to which sequences are padded at least. */
    public static TotalLength totalLength(int value) {
        return new TotalLength(value);
    }
}
