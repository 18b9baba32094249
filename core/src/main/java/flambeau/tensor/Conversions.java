package flambeau.tensor;

import static flambeau.args.Args.copy;
import static flambeau.args.Args.given;

import flambeau.args.Arg;
import flambeau.args.Dtype;
import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Device;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;

/** Conversions to another element type, and questions about the type. */
abstract sealed class Conversions extends DrawingWhole permits Interchange {
    Conversions() {}

    /** This tensor with another element type; itself if it has that type. */
    public final Tensor to(DType dtype) {
        return dtype == self().dtype() ? self() : converted(dtype);
    }

    /**
     * This tensor with another element type; itself if it has that type.
     *
     * @param args copy (false)
     */
    @SafeVarargs
    public final Tensor to(DType dtype, Arg<? super Takes.To>... args) {
        return given(args, copy(false)).value() ? converted(dtype) : to(dtype);
    }

    /**
     * This tensor on a device; itself if nothing changes.
     *
     * @param args dtype (that of this tensor), copy (false)
     */
    @SafeVarargs
    public final Tensor to(Device device, Arg<? super Takes.ToDevice>... args) {
        Check.that(device == self().device(), "to: there is no way from %s to %s", self().device(), device);
        var dtype = given(args, Dtype.class);
        return to(
                dtype == null ? self().dtype() : dtype.value(),
                copy(given(args, copy(false)).value()));
    }

    /**
     * This tensor on a device with another element type; itself if nothing changes.
     *
     * @param args copy (false)
     */
    @SafeVarargs
    public final Tensor to(Device device, DType dtype, Arg<? super Takes.To>... args) {
        return to(device).to(dtype, args);
    }

    /**
     * This tensor with the element type and on the device of {@code other}; itself if nothing changes.
     *
     * @param args copy (false)
     */
    @SafeVarargs
    public final Tensor to(Tensor other, Arg<? super Takes.To>... args) {
        Check.operand("to", other);
        return to(other.device(), other.dtype(), args);
    }

    private Tensor converted(DType dtype) {
        var x = self();
        var y = Array.empty(x.raw().layout().fresh(), dtype);
        Kernels.copy(x.array(), y);
        var from = x.dtype();
        var op = Op.of("ToCopy", new Tensor(y));
        return dtype.isFloatingPoint() ? op.wrt(x, dy -> dy.to(from)).result() : op.result();
    }

    /** As float32. */
    public final Tensor toFloat() {
        return to(DType.FLOAT32);
    }

    /** As float64. */
    public final Tensor toDouble() {
        return to(DType.FLOAT64);
    }

    /** As float16. */
    public final Tensor toHalf() {
        return to(DType.FLOAT16);
    }

    /** As bfloat16. */
    public final Tensor toBfloat16() {
        return to(DType.BFLOAT16);
    }

    /** As int64. */
    public final Tensor toLong() {
        return to(DType.INT64);
    }

    /** As int32. */
    public final Tensor toInt() {
        return to(DType.INT32);
    }

    /** As int16. */
    public final Tensor toShort() {
        return to(DType.INT16);
    }

    /** As int8: PyTorch's {@code char()}. */
    public final Tensor toChar() {
        return to(DType.INT8);
    }

    /** As uint8: PyTorch's {@code byte()}. */
    public final Tensor toByte() {
        return to(DType.UINT8);
    }

    /** As bool. */
    public final Tensor toBool() {
        return to(DType.BOOL);
    }

    /** This tensor with another element type; itself if it has that type. */
    public final Tensor type(DType dtype) {
        return to(dtype);
    }

    /** This tensor with the element type of {@code other}; itself if it has that type. */
    public final Tensor typeAs(Tensor other) {
        return to(other.dtype());
    }

    /** PyTorch's old name of the element type, as {@code torch.FloatTensor}. */
    public final String type() {
        return "torch." + self().dtype().oldWord() + "Tensor";
    }

    /** Whether the elements are floating numbers. */
    public final boolean isFloatingPoint() {
        return self().dtype().isFloatingPoint();
    }

    /** Whether the element type has negative numbers. */
    public final boolean isSigned() {
        return self().dtype().isSigned();
    }

    /** The bytes of an element. */
    public final int elementSize() {
        return self().dtype().bytes();
    }

    /** The bytes of an element, as PyTorch also calls them. */
    public final int itemsize() {
        return self().dtype().bytes();
    }

    /** The bytes of all elements, without gaps between them. */
    public final long nbytes() {
        return self().numel() * self().dtype().bytes();
    }

    /** The number of dimensions, as NumPy calls it. */
    public final int ndim() {
        return self().dim();
    }
}
