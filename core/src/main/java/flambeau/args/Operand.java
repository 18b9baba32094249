package flambeau.args;

/** An argument that is a tensor: implemented by {@code flambeau.tensor.Tensor} alone. */
public interface Operand {}
