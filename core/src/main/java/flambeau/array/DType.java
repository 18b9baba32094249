package flambeau.array;

/** The element types of tensors. Their order is the order of type promotion within a category. */
public enum DType {
    BOOL("bool", 1, Category.BOOL),
    UINT8("uint8", 1, Category.INTEGER),
    INT8("int8", 1, Category.INTEGER),
    INT16("int16", 2, Category.INTEGER),
    INT32("int32", 4, Category.INTEGER),
    INT64("int64", 8, Category.INTEGER),
    /** IEEE half precision, for storage: operations compute in float32 and round. */
    FLOAT16("float16", 2, Category.FLOATING),
    /** The upper half of a float32, for storage: operations compute in float32 and round. */
    BFLOAT16("bfloat16", 2, Category.FLOATING),
    FLOAT32("float32", 4, Category.FLOATING),
    FLOAT64("float64", 8, Category.FLOATING);

    /** The categories of type promotion, the weakest first. */
    public enum Category {
        BOOL,
        INTEGER,
        FLOATING
    }

    private final String word;
    private final int bytes;
    private final Category category;

    DType(String word, int bytes, Category category) {
        this.word = word;
        this.bytes = bytes;
        this.category = category;
    }

    /** The size of an element in bytes. */
    public int bytes() {
        return bytes;
    }

    /** The category that type promotion compares. */
    public Category category() {
        return category;
    }

    /** Whether this is float16, bfloat16, float32 or float64. */
    public boolean isFloatingPoint() {
        return category == Category.FLOATING;
    }

    /** PyTorch's word for this type, as {@code float32}. */
    public String word() {
        return word;
    }

    /** The type to which both operands of an operation are converted: PyTorch's {@code promote_types}. */
    public static DType promote(DType a, DType b) {
        if (a == b) return a;
        if (a.category != b.category) return a.category.compareTo(b.category) > 0 ? a : b;
        if (a.category == Category.FLOATING && a.bytes == b.bytes) return FLOAT32; // float16 and bfloat16
        if (a == UINT8 && b == INT8 || a == INT8 && b == UINT8) return INT16;
        return a.compareTo(b) > 0 ? a : b;
    }

    /** PyTorch's name, as {@code torch.float32}. */
    @Override
    public String toString() {
        return "torch." + word;
    }
}
