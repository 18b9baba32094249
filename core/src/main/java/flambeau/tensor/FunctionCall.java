package flambeau.tensor;

import flambeau.autograd.Backward;
import flambeau.autograd.GradMode;
import flambeau.autograd.Op;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The gradients of one call of a user's function. */
record FunctionCall(Function function, Function.Context ctx) implements Backward.Several<Tensor> {
    @Override
    public boolean savesNothing() {
        return ctx.savesNothing();
    }

    @Override
    public List<@Nullable Tensor> apply(List<@Nullable Tensor> dys) {
        boolean once = function.isOnceDifferentiable() && GradMode.isEnabled();
        @Nullable Tensor[] found;
        try (var _ = GradMode.set(GradMode.isEnabled() && !once)) {
            found = function.backward(ctx, ctx.shown(dys));
        }
        var name = function.name();
        Check.that(found != null, "%s: backward gave null", name);
        int n = ctx.inputCount();
        boolean fits = found.length >= n;
        for (int i = n; i < found.length; i++) fits &= found[i] == null;
        Check.that(fits, "%s: backward gave %d gradients for %d inputs", name, found.length, n);
        var all = new ArrayList<@Nullable Tensor>();
        for (int i = 0; i < n; i++) {
            var dx = found[i];
            Check.that(
                    dx == null || dx.dtype().isFloatingPoint(),
                    "%s: gradient %d must be floating, got %s",
                    name,
                    i,
                    dx == null ? "" : dx.dtype());
            all.add(dx == null || !once ? dx : guarded(dx, dys));
        }
        return all;
    }

    /** {@code dx}, whose own gradient is refused. */
    private Tensor guarded(Tensor dx, List<@Nullable Tensor> dys) {
        var sources = new ArrayList<@Nullable Tensor>(dys);
        sources.addAll(ctx.inputs);
        return Op.of("Error", -1, dx.detach())
                .wrt(sources, _ -> refuse(sources.size()))
                .result();
    }

    private List<@Nullable Tensor> refuse(int n) {
        Check.state(
                false,
                "%s: backward is differentiable only once; write it in operations of tensors for gradients of"
                        + " gradients",
                function.name());
        return Collections.nCopies(n, null);
    }
}
