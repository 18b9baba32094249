package flambeau.kernel.reference;

import flambeau.array.Array;
import flambeau.kernel.Update;
import org.jspecify.annotations.Nullable;

/** Optimiser steps: PyTorch's formulas, an element at a time. What is stored is rounded before it is used. */
final class ReferenceUpdate implements Update {
    @Override
    public boolean sgd(Sgd o, Array p, Array g, @Nullable Array velocity) {
        var param = Elements.of(p);
        var grads = Elements.of(g, p.shape());
        var buffer = velocity == null ? null : Elements.of(velocity);
        for (long i = 0; i < param.count; i++) {
            double grad = o.maximize() ? -grads.getDouble(i) : grads.getDouble(i);
            grad += o.weightDecay() * param.getDouble(i);
            if (buffer != null) {
                buffer.setDouble(i, o.first() ? grad : buffer.getDouble(i) * o.momentum() + (1 - o.dampening()) * grad);
                grad = o.nesterov() ? grad + o.momentum() * buffer.getDouble(i) : buffer.getDouble(i);
            }
            param.setDouble(i, param.getDouble(i) - o.lr() * grad);
        }
        return true;
    }

    @Override
    public boolean adam(Adam o, Array p, Array g, Array m, Array v, @Nullable Array vMax) {
        var param = Elements.of(p);
        var grads = Elements.of(g, p.shape());
        var mean = Elements.of(m);
        var square = Elements.of(v);
        var largest = vMax == null ? null : Elements.of(vMax);
        double correction1 = 1 - Math.pow(o.beta1(), o.step()), correction2 = 1 - Math.pow(o.beta2(), o.step());
        for (long i = 0; i < param.count; i++) {
            double grad = o.maximize() ? -grads.getDouble(i) : grads.getDouble(i);
            double x = param.getDouble(i);
            if (o.decoupled()) x -= o.lr() * o.weightDecay() * x;
            else grad += o.weightDecay() * x;
            mean.setDouble(i, mean.getDouble(i) + (1 - o.beta1()) * (grad - mean.getDouble(i)));
            square.setDouble(i, square.getDouble(i) * o.beta2() + (1 - o.beta2()) * grad * grad);
            if (largest != null) largest.setDouble(i, Math.max(largest.getDouble(i), square.getDouble(i)));
            double second = (largest == null ? square : largest).getDouble(i);
            double denom = Math.sqrt(second) / Math.sqrt(correction2) + o.eps();
            param.setDouble(i, x - o.lr() / correction1 * mean.getDouble(i) / denom);
        }
        return true;
    }
}
