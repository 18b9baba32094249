package flambeau.optim;

import static flambeau.args.Args.betas;
import static flambeau.args.Args.lr;
import static flambeau.optim.ParamGroups.group;
import static flambeau.tensor.Tensors.zerosLike;

import flambeau.args.Arg;
import flambeau.args.Betas;
import flambeau.args.Lr;
import flambeau.tensor.Tensor;
import java.util.List;

/** An optimiser as a user writes one: Chen et al. 2023, "Symbolic Discovery of Optimization Algorithms". */
final class Lion extends Optimizer implements Lr.Taker, Betas.Taker {
    @SafeVarargs
    Lion(List<? extends Tensor> params, Arg<? super Lion>... args) {
        super(group(params), args, lr(1e-4), betas(0.9, 0.99));
    }

    @Override
    protected void init(Tensor p, State state) {
        state.put("exp_avg", zerosLike(p));
    }

    @Override
    protected void update(Tensor p, Tensor grad, State state) {
        var m = state.get("exp_avg");
        var betas = state.group().get(Betas.class);
        p.sub_(m.mul(betas.beta1())
                .add(grad.mul(1 - betas.beta1()))
                .sign()
                .mul(state.group().lr()));
        m.mul_(betas.beta2()).add_(grad.mul(1 - betas.beta2()));
    }
}
