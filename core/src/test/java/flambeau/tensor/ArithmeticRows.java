package flambeau.tensor;

import static flambeau.args.Args.alpha;
import static flambeau.tensor.Row.one;
import static flambeau.tensor.Row.three;
import static flambeau.tensor.Row.two;
import static flambeau.tensor.Sample.bools;
import static flambeau.tensor.Sample.f;
import static flambeau.tensor.Sample.index;
import static flambeau.tensor.Sample.of;
import static flambeau.tensor.Sample.positive;
import static flambeau.tensor.Sample.within;

import java.util.List;

final class ArithmeticRows {
    private ArithmeticRows() {}

    static List<Row> rows() {
        return List.of(
                two("a + b", Tensor::add)
                        .on(f(3, 4), f(4))
                        .empty(f(0, 4), f(4))
                        .empty(f(3, 0), f(3, 1))
                        .refuses("add: shapes [3] and [4] do not broadcast: 3 != 4 in dimension -1", f(3), f(4)),
                two("a + b", Tensor::add).on(f(2, 1, 4), f(3, 1)),
                two("a + b", Tensor::add).on(f(), f(2, 3)),
                one("a + 2.5", x -> x.add(2.5)).on(f(3, 4)).empty(f(0)),
                one("a + a", x -> x.add(x)).on(f(3)),
                two("a.add(b, alpha=3)", (a, b) -> a.add(b, alpha(3)))
                        .on(f(3, 4), f(4))
                        .empty(f(2, 0), f(0)),
                two("a - b", Tensor::sub)
                        .on(f(3, 4), f(3, 1))
                        .empty(f(0), f(0))
                        .refuses("sub: shapes [2, 2] and [3] do not broadcast: 2 != 3 in dimension -1", f(2, 2), f(3))
                        .refuses(
                                "sub: bool tensors have no difference, use logicalXor or logicalNot",
                                bools(2),
                                bools(2)),
                one("a - 0.5", x -> x.sub(0.5)).on(f(5)).empty(f(0, 2)),
                two("a.sub(b, alpha=-0.5)", (a, b) -> a.sub(b, alpha(-0.5)))
                        .on(f(4), f(2, 4))
                        .empty(f(0), f(2, 0)),
                one("2 - a", x -> x.rsub(2)).on(f(5)).empty(f(0)),
                two("a * b", Tensor::mul)
                        .on(f(3, 4), f(4))
                        .empty(f(0, 4), f(4))
                        .refuses("mul: shapes [3] and [4] do not broadcast: 3 != 4 in dimension -1", f(3), f(4)),
                one("a * -1.5", x -> x.mul(-1.5)).on(f(3, 4)).empty(f(0)),
                one("a * a", x -> x.mul(x)).on(f(4)),
                two("a / b", Tensor::div)
                        .on(f(3, 4), positive(4))
                        .empty(f(0, 4), f(4))
                        .refuses("div: shapes [3] and [4] do not broadcast: 3 != 4 in dimension -1", f(3), f(4)),
                one("a / 3", x -> x.div(3)).on(f(3, 4)).empty(f(0)),
                two("a / b", Tensor::div).on(index(9, 4), positive(4)),
                two("a // b", Tensor::floorDivide)
                        .on(within(-9, 9, 6), within(1, 3, 6))
                        .empty(f(0), f(0))
                        .flat(),
                one("a // 2", x -> x.floorDivide(2)).on(index(9, 6)).flat(),
                two("torch.pow(a, b)", Tensor::pow)
                        .on(positive(3, 4), f(4))
                        .empty(f(0, 4), f(4))
                        .refuses("pow: shapes [3] and [4] do not broadcast: 3 != 4 in dimension -1", f(3), f(4)),
                two("torch.pow(a, b)", Tensor::pow)
                        .on(of(0, 0, 0, -2, -2, 1), of(0, 1, 2, 2, 3, -1))
                        .kink(),
                one("a ** 2", x -> x.pow(2)).on(f(3, 4)).empty(f(0)),
                one("a ** 3", x -> x.pow(3)).on(f(3, 4)).empty(f(0)),
                one("a ** 0.5", x -> x.pow(0.5)).on(positive(4)).empty(f(0)),
                one("a ** -1", x -> x.pow(-1)).on(positive(4)).empty(f(0)),
                one("a ** 0", x -> x.pow(0)).on(f(4)).empty(f(0)),
                one("a ** 1", x -> x.pow(1)).on(f(4)),
                one("a ** 2", x -> x.pow(2)).on(of(0, 1, -2)),
                one("-a", Tensor::neg)
                        .on(f(3, 4))
                        .empty(f(0))
                        .refuses("neg: a bool tensor has no negative, use logicalNot", bools(2)),
                one("a.square()", Tensor::square).on(f(3, 4)).empty(f(0)),
                two("torch.maximum(a, b)", Tensor::maximum)
                        .on(f(3, 4), f(4))
                        .empty(f(0), f(0))
                        .refuses("maximum: shapes [3] and [4] do not broadcast: 3 != 4 in dimension -1", f(3), f(4)),
                two("torch.maximum(a, b)", Tensor::maximum)
                        .on(of(1, 2, 3, Double.NaN, 0), of(1, 3, 2, 0, Double.NaN))
                        .kink(),
                two("torch.minimum(a, b)", Tensor::minimum)
                        .on(f(3, 4), f(4))
                        .empty(f(0), f(0))
                        .refuses("minimum: shapes [3] and [4] do not broadcast: 3 != 4 in dimension -1", f(3), f(4)),
                two("torch.minimum(a, b)", Tensor::minimum)
                        .on(of(1, 2, 3, Double.NaN, 0), of(1, 3, 2, 0, Double.NaN))
                        .kink(),
                three("torch.where(a, b, c)", (a, b, c) -> b.where(a, c))
                        .on(bools(3, 4), f(4), f(3, 1))
                        .empty(bools(0), f(0), f(1))
                        .refuses("where: the condition must be a bool tensor, got torch.float64", f(2), f(2), f(2))
                        .refuses(
                                "where: shapes [2] and [3] do not broadcast: 2 != 3 in dimension -1",
                                bools(2),
                                f(2),
                                f(3)),
                three("torch.where(a, b, c)", Tensors::where).on(bools(2, 3, 4), f(), f(3, 1)),
                two("torch.where(a, b, 0.5)", (a, b) -> b.where(a, 0.5))
                        .on(bools(3, 4), f(3, 4))
                        .empty(bools(0), f(0)),
                two("a == b", Tensor::eq)
                        .on(of(1, 2, Double.NaN), of(1, 3, Double.NaN))
                        .flat()
                        .empty(f(0), f(0)),
                two("a != b", Tensor::ne)
                        .on(of(1, 2, Double.NaN), of(1, 3, Double.NaN))
                        .flat()
                        .empty(f(0), f(0)),
                two("a < b", Tensor::lt)
                        .on(f(3, 4), f(4))
                        .flat()
                        .empty(f(0), f(0))
                        .refuses("lt: shapes [3] and [4] do not broadcast: 3 != 4 in dimension -1", f(3), f(4)),
                two("a <= b", Tensor::le).on(f(3, 4), f(4)).flat(),
                two("a > b", Tensor::gt).on(f(3, 4), f(4)).flat(),
                two("a >= b", Tensor::ge).on(f(3, 4), f(4)).flat(),
                one("a > 0.5", x -> x.gt(0.5)).on(index(3, 6)).flat(),
                one("a == 1", x -> x.eq(1)).on(bools(6)).flat(),
                two("torch.logical_and(a, b)", Tensor::logicalAnd)
                        .on(bools(6), of(0, 1, 0, 2, 0, 3))
                        .flat(),
                two("torch.logical_or(a, b)", Tensor::logicalOr)
                        .on(bools(6), of(0, 1, 0, 2, 0, 3))
                        .flat(),
                two("torch.logical_xor(a, b)", Tensor::logicalXor)
                        .on(bools(6), of(0, 1, 0, 2, 0, 3))
                        .flat(),
                one("torch.logical_not(a)", Tensor::logicalNot)
                        .on(of(0, 1, 0.5))
                        .flat()
                        .empty(f(0)));
    }
}
