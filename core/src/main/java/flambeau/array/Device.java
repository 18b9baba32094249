package flambeau.array;

/** Where an array lies and who computes with it. */
public enum Device {
    /** Main memory and the processor's cores. */
    CPU;

    /** PyTorch's word, as {@code cpu}. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
