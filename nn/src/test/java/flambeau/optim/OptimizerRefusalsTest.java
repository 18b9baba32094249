package flambeau.optim;

import static flambeau.args.Args.alpha;
import static flambeau.args.Args.amsgrad;
import static flambeau.args.Args.beta2Decay;
import static flambeau.args.Args.betas;
import static flambeau.args.Args.d;
import static flambeau.args.Args.dampening;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.etas;
import static flambeau.args.Args.initialAccumulatorValue;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.lrDecay;
import static flambeau.args.Args.momentum;
import static flambeau.args.Args.momentumDecay;
import static flambeau.args.Args.nesterov;
import static flambeau.args.Args.nsSteps;
import static flambeau.args.Args.rho;
import static flambeau.args.Args.setToNone;
import static flambeau.args.Args.weightDecay;
import static flambeau.optim.ParamGroups.group;
import static flambeau.optim.ParamGroups.groups;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.tensor;
import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import flambeau.tensor.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong calls and what they are answered. */
class OptimizerRefusalsTest {
    private static final Tensor P = ones(2).requiresGrad_();
    private static final Tensor Q = ones(3).requiresGrad_();
    private static final List<Tensor> ONE = List.of(P);

    static Stream<Arguments> argumentsAreRefused() {
        return Stream.of(
                refused("SGD: takes at least one parameter, got none", () -> new SGD(List.of())),
                refused("SGD: takes at least one parameter, got none", () -> new SGD(groups())),
                refused("SGD: takes at least one parameter, got none", () -> new SGD(groups(group(List.of())))),
                refused("SGD: parameter 1 (float32 [2]) is given twice", () -> new SGD(List.of(P, P))),
                refused(
                        "Adam: parameter 2 (float32 [2]) is given twice",
                        () -> new Adam(groups(group(List.of(P, Q)), group(List.of(P))))),
                refused(
                        "SGD: parameter 1 must be a leaf, it is the result of <MulBackward0>",
                        () -> new SGD(List.of(P, P.mul(2)))),
                refused("SGD: lr must not be negative, got -0.1", () -> new SGD(ONE, lr(-0.1))),
                refused("SGD: lr must not be negative, got NaN", () -> new SGD(ONE, lr(Double.NaN))),
                refused("SGD: lr must not be negative, got -1.0", () -> new SGD(groups(group(ONE, lr(-1))), lr(1))),
                refused("SGD: momentum must not be negative, got -0.9", () -> new SGD(ONE, momentum(-0.9))),
                refused("SGD: weightDecay must not be negative, got -0.5", () -> new SGD(ONE, weightDecay(-0.5))),
                refused("SGD: lr is given twice", () -> new SGD(ONE, lr(0.1), momentum(0.9), lr(0.2))),
                refused("AdamW: eps is given twice", () -> new AdamW(group(ONE, eps(0.1), eps(0.1)))),
                refused(
                        "SGD: nesterov takes a momentum above 0 and no dampening, got 0.0 and 0.0",
                        () -> new SGD(ONE, nesterov(true))),
                refused(
                        "SGD: nesterov takes a momentum above 0 and no dampening, got 0.9 and 0.5",
                        () -> new SGD(ONE, momentum(0.9), dampening(0.5), nesterov(true))),
                refused(
                        "SGD: nesterov takes a momentum above 0 and no dampening, got 0.9 and 0.5",
                        () -> new SGD(group(ONE, dampening(0.5)), momentum(0.9), nesterov(true))),
                refused("Adam: beta1 must be in [0, 1), got 1.0", () -> new Adam(ONE, betas(1, 0.999))),
                refused("Adam: beta2 must be in [0, 1), got -0.1", () -> new Adam(ONE, betas(0.9, -0.1))),
                refused("AdamW: beta2 must be in [0, 1), got NaN", () -> new AdamW(ONE, betas(0.9, Double.NaN))),
                refused("Adam: eps must not be negative, got -1.0E-8", () -> new Adam(ONE, eps(-1e-8))),
                refused("Adadelta: rho must be in [0, 1], got 1.5", () -> new Adadelta(ONE, rho(1.5))),
                refused(
                        "Adafactor: beta2Decay must not be positive, got 0.5",
                        () -> new Adafactor(ONE, beta2Decay(0.5))),
                refused("Adafactor: d must be at least 1, got 0.5", () -> new Adafactor(ONE, d(0.5))),
                refused(
                        "Adafactor: eps must not be negative, got NaN and -1.0",
                        () -> new Adafactor(ONE, eps(null, -1))),
                refused("Adafactor: eps is given twice", () -> new Adafactor(ONE, eps(null, 1), eps(null, 1))),
                refused("Adagrad: lrDecay must not be negative, got -1.0", () -> new Adagrad(ONE, lrDecay(-1))),
                refused(
                        "Adagrad: initialAccumulatorValue must not be negative, got -1.0",
                        () -> new Adagrad(ONE, initialAccumulatorValue(-1))),
                refused("NAdam: momentumDecay must not be negative, got -1.0", () -> new NAdam(ONE, momentumDecay(-1))),
                refused("RMSprop: alpha must not be negative, got -1", () -> new RMSprop(ONE, alpha(-1))),
                refused(
                        "Rprop: etas must be in (0, 1) and above 1, got 0.5 and 0.9",
                        () -> new Rprop(ONE, etas(0.5, 0.9))),
                refused(
                        "SparseAdam: lr and eps must be positive, got 0.0 and 1.0E-8",
                        () -> new SparseAdam(ONE, lr(0))),
                refused("Muon: parameter 0 must be a matrix, it is float32 [2]", () -> new Muon(ONE)),
                refused(
                        "Muon: nsSteps must be in 0 .. 99, got 100",
                        () -> new Muon(List.of(ones(2, 2).requiresGrad_()), nsSteps(100))),
                refused(
                        "LBFGS: takes one group of parameters, got 2",
                        () -> new LBFGS(groups(group(List.of(P)), group(List.of(Q))))),
                refused("Lion: lr must not be negative, got -1.0", () -> new Lion(ONE, lr(-1))),
                refused(
                        "SGD: does not take betas",
                        () -> new SGD(ONE).groups().getFirst().set(betas(0.9, 0.9))),
                refused(
                        "SGD: does not take amsgrad",
                        () -> new SGD(ONE).addParamGroup(group(List.of(Q), amsgrad(true)))),
                refused(
                        "SGD: does not take betas",
                        () -> new SGD(ONE).groups().getFirst().get(flambeau.args.Betas.class)),
                refused(
                        "SGD: lr must not be negative, got -1.0",
                        () -> new SGD(ONE).groups().getFirst().lr(-1)),
                refused("SGD: parameter 1 (float32 [2]) is given twice", () -> new SGD(ONE).addParamGroup(group(ONE))),
                refused("SGD: an option must not be null", () -> new SGD(ONE, lr(1), null)),
                refused("group: a parameter must not be null", () -> new SGD(Arrays.asList(P, null))),
                refused("SGD: the closure must return the loss, got null", () -> new SGD(ONE).step(() -> null)),
                refused("setToNone: given twice", () -> new SGD(ONE).zeroGrad(setToNone(true), setToNone(true))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void argumentsAreRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    static Stream<Arguments> stateDictsAreRefused() {
        return Stream.of(
                state("Adam: the state dict has no group 0", Map::clear),
                state(
                        "Adam: the state dict has an entry that does not belong here: param_groups.0.rho",
                        dict -> dict.put("param_groups.0.rho", tensor(0.9))),
                state(
                        "Adam: the state dict has 3 parameters in group 0, the optimizer has 1",
                        dict -> dict.put("param_groups.0.params", tensor(new long[] {0, 1, 2}))),
                state(
                        "Adam: the state dict has an entry that does not belong here: state.1.exp_avg",
                        dict -> dict.put("state.1.exp_avg", zeros(2))),
                state("Adam: the state dict has no state.0.exp_avg_sq", dict -> dict.remove("state.0.exp_avg_sq")),
                state(
                        "Adam: the state dict has state.0.exp_avg of shape [3], expected [2]",
                        dict -> dict.put("state.0.exp_avg", zeros(3))),
                state(
                        "Adam: the state dict has state.0.velocity of shape [3], expected [2]",
                        dict -> dict.put("state.0.velocity", zeros(3))),
                state(
                        "Adam: the state dict has state.0.step = tensor(-1.), expected a number of steps",
                        dict -> dict.put("state.0.step", tensor(-1.0))),
                state(
                        "the state dict's param_groups.0.lr has 2 values, expected 1",
                        dict -> dict.put("param_groups.0.lr", zeros(2))),
                state("Adam: lr must not be negative, got -1.0", dict -> dict.put("param_groups.0.lr", tensor(-1.0))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void stateDictsAreRefused(String message, Consumer<Map<String, Tensor>> spoil) {
        var p = ones(2).requiresGrad_();
        p.setGrad(ones(2));
        var optimizer = new Adam(List.of(p), lr(0.5));
        optimizer.step();
        var dict = new HashMap<>(optimizer.stateDict());
        spoil.accept(dict);
        var fresh = new Adam(ONE);
        var e = assertThrows(IllegalArgumentException.class, () -> fresh.loadStateDict(dict));
        assertEquals(message, e.getMessage());
        assertEquals(1e-3, fresh.groups().getFirst().lr(), "nothing is taken of what is refused");
    }

    private static Arguments refused(String message, Executable call) {
        return arguments(message, call);
    }

    private static Arguments state(String message, Consumer<Map<String, Tensor>> spoil) {
        return arguments(message, spoil);
    }
}
