package flambeau.tensor;

import static flambeau.tensor.Row.one;
import static flambeau.tensor.Row.two;
import static flambeau.tensor.Sample.bools;
import static flambeau.tensor.Sample.f;
import static flambeau.tensor.Sample.index;
import static flambeau.tensor.Sample.positive;

import java.util.List;
import java.util.function.UnaryOperator;

final class InPlaceRows {
    private InPlaceRows() {}

    static List<Row> rows() {
        return List.of(
                two("a.clone().add_(b)", (a, b) -> a.clone().add_(b))
                        .on(f(3, 4), f(4))
                        .empty(f(0, 4), f(4))
                        .refuses("add_: [2, 3] does not broadcast to [3]", f(3), f(2, 3))
                        .refuses("add_: shapes [3] and [4] do not broadcast: 3 != 4 in dimension -1", f(3), f(4))
                        .refuses(
                                "add_: the result is torch.float64 and cannot be kept as torch.int64",
                                index(3, 2),
                                f(2)),
                one("a.clone().add_(2)", a -> a.clone().add_(2)).on(f(3)).empty(f(0)),
                two("a.clone().sub_(b)", (a, b) -> a.clone().sub_(b)).on(f(3, 4), f(3, 1)),
                one("a.clone().sub_(2)", a -> a.clone().sub_(2)).on(f(3)),
                two("a.clone().mul_(b)", (a, b) -> a.clone().mul_(b))
                        .on(f(3, 4), f(4))
                        .empty(f(0), f(0))
                        .refuses(
                                "mul_: the result is torch.int64 and cannot be kept as torch.bool",
                                bools(2),
                                index(3, 2)),
                one("a.clone().mul_(-3)", a -> a.clone().mul_(-3)).on(f(3)),
                two("a.clone().div_(b)", (a, b) -> a.clone().div_(b))
                        .on(f(3, 4), positive(4))
                        .refuses(
                                "div_: the result is torch.float32 and cannot be kept as torch.int64",
                                index(3, 2),
                                index(3, 2)),
                one("a.clone().div_(4)", a -> a.clone().div_(4)).on(f(3)),
                one("a.clone().relu_()", a -> a.clone().relu_()).on(f(3, 4)).empty(f(0)),
                one("a.clone().clamp_(-0.5, 1)", a -> a.clone().clamp_(-0.5, 1)).on(f(3, 4)),
                one("a.clone().zero_()", a -> a.clone().zero_()).on(f(3)),
                one("a.clone().fill_(2.5)", a -> a.clone().fill_(2.5)).on(f(3)).empty(f(0)),
                two("a.clone().copy_(b)", (a, b) -> a.clone().copy_(b))
                        .on(f(3, 4), f(4))
                        .empty(f(0), f(1))
                        .refuses("copy_: [2, 3] does not broadcast to [3]", f(3), f(2, 3)),
                two("a.clone().copy_(b)", (a, b) -> a.clone().copy_(b)).on(f(2, 3), f(2, 3)),
                one("a.clone().unsqueeze_(1)", a -> a.clone().unsqueeze_(1)).on(f(3, 4)),
                one("a.clone().squeeze_(1)", a -> a.clone().squeeze_(1)).on(f(3, 1, 4)),
                one("(a * 2).unsqueeze_(0)", a -> a.mul(2).unsqueeze_(0)).on(f(3)),
                one("(a * 2).squeeze_(1)", a -> a.mul(2).squeeze_(1)).on(f(3, 1)),
                one("(a * 2).mul_(a)", a -> a.mul(2).mul_(a)).on(f(3)),
                one("(a * 2).add_(a.exp())", a -> a.mul(2).add_(a.exp())).on(f(3)),
                two(
                                "put(a.clone(), lambda y: y[1].copy_(b))",
                                (a, b) -> with(a, y -> y.get(1).copy_(b)))
                        .on(f(3, 4), f(4)),
                two(
                                "put(torch.zeros_like(a), lambda y: y[:, 1:3].add_(b))",
                                (a, b) -> with(
                                        Tensors.zerosLike(a),
                                        y -> y.narrow(1, 1, 2).add_(b)))
                        .on(f(3, 4), f(3, 1)),
                two(
                                "put(a.exp().neg(), lambda y: y.t()[0].mul_(b))",
                                (a, b) -> with(a.exp().neg(), y -> y.t().get(0).mul_(b)))
                        .on(f(3, 4), f(3)),
                one(
                                "put(a.clone(), lambda y: y.view(-1).relu_())",
                                a -> with(a, y -> y.view(-1).relu_()))
                        .on(f(3, 4)),
                one(
                                "put(a.clone(), lambda y: y[::2].zero_())",
                                a -> with(a, y -> y.get(Tensors.slice(0, 9, 2)).zero_()))
                        .on(f(3, 4))
                        .empty(f(0, 4)),
                one("after(a.clone(), lambda y: y[0], lambda y: y.mul_(a))", a -> {
                            var y = a.clone();
                            var view = y.get(0);
                            y.mul_(a);
                            return view.mul(2);
                        })
                        .on(f(3, 4)),
                one("after(a.clone(), lambda y: y[0].expand(2, 4), lambda y: y.t()[1].mul_(2))", a -> {
                            var y = a.clone();
                            var view = y.get(0).expand(2, 4);
                            y.t().get(1).mul_(2);
                            return view.mul(2);
                        })
                        .on(f(3, 4)),
                one("after(a.clone(), lambda y: y.t()[1], lambda y: y.view(-1)[2:7].copy_(a.view(-1)[:5]))", a -> {
                            var y = a.contiguous().clone();
                            var view = y.t().get(1);
                            y.view(-1)
                                    .narrow(0, 2, 5)
                                    .copy_(a.contiguous().view(-1).narrow(0, 0, 5));
                            return view.mul(2);
                        })
                        .on(f(3, 4)));
    }

    /** A copy of {@code x} after a change of a part. */
    private static Tensor with(Tensor x, UnaryOperator<Tensor> change) {
        var y = x.contiguous().clone();
        change.apply(y);
        return y;
    }
}
