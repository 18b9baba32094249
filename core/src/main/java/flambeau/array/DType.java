package flambeau.array;

/** The element types of tensors. Their order is the order of type promotion within a category. */
public enum DType {
    /** One byte, 0 or 1. */
    BOOL("bool", "Bool", 1, Category.BOOL),
    /** 0 to 255. */
    UINT8("uint8", "Byte", 1, Category.INTEGER),
    /** -128 to 127. */
    INT8("int8", "Char", 1, Category.INTEGER),
    /** Java's short. */
    INT16("int16", "Short", 2, Category.INTEGER),
    /** Java's int. */
    INT32("int32", "Int", 4, Category.INTEGER),
    /** Java's long. */
    INT64("int64", "Long", 8, Category.INTEGER),
    /** IEEE half precision, for storage: operations compute in float32 and round. */
    FLOAT16("float16", "Half", 2, Category.FLOATING),
    /** The upper half of a float32, for storage: operations compute in float32 and round. */
    BFLOAT16("bfloat16", "BFloat16", 2, Category.FLOATING),
    /** Java's float. */
    FLOAT32("float32", "Float", 4, Category.FLOATING),
    /** Java's double. */
    FLOAT64("float64", "Double", 8, Category.FLOATING);

    /** The categories of type promotion, the weakest first. */
    public enum Category {
        /** Bool. */
        BOOL,
        /** Whole numbers. */
        INTEGER,
        /** Floating numbers. */
        FLOATING
    }

    private final String word, oldWord;
    private final int bytes;
    private final Category category;

    DType(String word, String oldWord, int bytes, Category category) {
        this.word = word;
        this.oldWord = oldWord;
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

    /** Whether this type has negative numbers. */
    public boolean isSigned() {
        return this != BOOL && this != UINT8;
    }

    /** The size of an element in bytes, as PyTorch calls it. */
    public int itemsize() {
        return bytes;
    }

    /** PyTorch's word for this type, as {@code float32}. */
    public String word() {
        return word;
    }

    /** PyTorch's older word for this type, as in {@code FloatTensor}. */
    public String oldWord() {
        return oldWord;
    }

    /** The type to which both operands of an operation are converted: PyTorch's {@code promote_types}. */
    public static DType promote(DType a, DType b) {
        if (a == b) return a;
        if (a.category != b.category) return a.category.compareTo(b.category) > 0 ? a : b;
        if (a.category == Category.FLOATING && a.bytes == b.bytes) return FLOAT32; // float16 and bfloat16
        if (a == UINT8 && b == INT8 || a == INT8 && b == UINT8) return INT16;
        return a.compareTo(b) > 0 ? a : b;
    }

    /**
     * The limits of a floating type: PyTorch's {@code finfo}.
     *
     * @throws IllegalArgumentException if this is not floating
     */
    public FInfo finfo() {
        return FInfo.of(this);
    }

    /**
     * The limits of an integer type: PyTorch's {@code iinfo}.
     *
     * @throws IllegalArgumentException if this is no integer type
     */
    public IInfo iinfo() {
        return IInfo.of(this);
    }

    /** PyTorch's name, as {@code torch.float32}. */
    @Override
    public String toString() {
        return "torch." + word;
    }
}
