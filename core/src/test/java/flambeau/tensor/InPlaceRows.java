package flambeau.tensor;

import static flambeau.tensor.Row.one;
import static flambeau.tensor.Row.two;
import static flambeau.tensor.Sample.bools;
import static flambeau.tensor.Sample.f;
import static flambeau.tensor.Sample.index;
import static flambeau.tensor.Sample.positive;

import java.util.List;

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
                one("(a * 2).add_(a.exp())", a -> a.mul(2).add_(a.exp())).on(f(3)));
    }
}
