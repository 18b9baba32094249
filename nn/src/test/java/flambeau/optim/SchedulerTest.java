package flambeau.optim;

import static flambeau.args.Args.epochs;
import static flambeau.args.Args.factor;
import static flambeau.args.Args.gamma;
import static flambeau.args.Args.lastEpoch;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.patience;
import static flambeau.args.Args.stepSizeUp;
import static flambeau.args.Args.tMult;
import static flambeau.args.Args.totalIters;
import static flambeau.args.Args.totalSteps;
import static flambeau.optim.ParamGroups.group;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.tensor;
import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Schedules beyond their learning rates, which the recorded cases check. */
class SchedulerTest {
    private static Optimizer optimizer() {
        var p = ones(1).requiresGrad_();
        p.setGrad(zeros(1));
        return new Adam(List.of(p), lr(0.1));
    }

    private static List<Double> lrs(Optimizer optimizer, LRScheduler scheduler, int steps) {
        var all = new ArrayList<Double>();
        for (int i = 0; i < steps; i++) {
            optimizer.step();
            scheduler.step();
            all.add(optimizer.groups().getFirst().lr());
        }
        return all;
    }

    static Stream<Arguments> goesOnFromItsState() {
        return Stream.<Function<Optimizer, LRScheduler>>of(
                        o -> new StepLR(o, 3),
                        o -> new MultiStepLR(o, new int[] {2, 9}, gamma(0.5)),
                        o -> new ConstantLR(o, factor(0.5), totalIters(9)),
                        o -> new LinearLR(o, totalIters(9)),
                        o -> new ExponentialLR(o, 0.9),
                        o -> new PolynomialLR(o, totalIters(9)),
                        o -> new CosineAnnealingLR(o, 6),
                        o -> new CosineAnnealingWarmRestarts(o, 2, tMult(2)),
                        o -> new LambdaLR(o, epoch -> 1.0 / (1 + epoch)),
                        o -> new MultiplicativeLR(o, epoch -> epoch % 2 == 0 ? 0.9 : 1.1),
                        o -> new OneCycleLR(o, 1, totalSteps(20)),
                        o -> new CyclicLR(o, 0.01, 0.1, stepSizeUp(3)),
                        o -> new SWALR(o, 0.05),
                        o -> new ChainedScheduler(List.of(new StepLR(o, 3), new CosineAnnealingLR(o, 6))),
                        o -> new SequentialLR(
                                o, List.of(new LinearLR(o), new CosineAnnealingWarmRestarts(o, 2)), new int[] {5}),
                        o -> new SequentialLR(
                                o,
                                List.of(
                                        new ConstantLR(o),
                                        new ChainedScheduler(List.of(new ExponentialLR(o, 0.9), new StepLR(o, 2)))),
                                new int[] {4}))
                .map(make -> arguments(make.apply(optimizer()).name(), make));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void goesOnFromItsState(String name, Function<Optimizer, LRScheduler> make) {
        for (int first : new int[] {0, 4, 5}) {
            var optimizer = optimizer();
            var scheduler = make.apply(optimizer);
            lrs(optimizer, scheduler, first);
            var other = optimizer();
            var resumed = make.apply(other);
            other.loadStateDict(optimizer.stateDict());
            resumed.loadStateDict(scheduler.stateDict());
            assertEquals(lrs(optimizer, scheduler, 12), lrs(other, resumed, 12), name + " after " + first);
            assertEquals(scheduler.epoch(), resumed.epoch());
        }
    }

    @Test
    void aPartThatIsMissingLeavesTheWholeAsItWas() {
        var optimizer = optimizer();
        var scheduler = new ChainedScheduler(List.of(new StepLR(optimizer, 3), new ExponentialLR(optimizer, 0.5)));
        var saved = new HashMap<>(scheduler.stateDict());
        lrs(optimizer, scheduler, 2);
        saved.remove("_schedulers.1.last_epoch");
        var e = assertThrows(IllegalArgumentException.class, () -> scheduler.loadStateDict(saved));
        assertEquals("ExponentialLR: the state dict has no last_epoch", e.getMessage());
        assertEquals(2, scheduler.epoch());
    }

    @Test
    void thePlateauGoesOnFromItsState() {
        var optimizer = optimizer();
        var scheduler = new ReduceLROnPlateau(optimizer, patience(2));
        optimizer.step();
        for (int i = 0; i < 3; i++) scheduler.step(1.0);
        var other = optimizer();
        var resumed = new ReduceLROnPlateau(other, patience(2));
        other.loadStateDict(optimizer.stateDict());
        resumed.loadStateDict(scheduler.stateDict());
        resumed.step(tensor(1.0));
        assertEquals(0.01, other.groups().getFirst().lr(), 1e-12);
        assertEquals(List.of(other.groups().getFirst().lr()), resumed.lastLr());
    }

    @Test
    void aCheckpointMayLieBetweenTheOptimizersStepAndTheSchedulers() {
        var optimizer = optimizer();
        var scheduler = new StepLR(optimizer, 1);
        optimizer.step();
        var other = optimizer();
        var resumed = new StepLR(other, 1);
        other.loadStateDict(optimizer.stateDict());
        resumed.loadStateDict(scheduler.stateDict());
        resumed.step();
        assertEquals(0.01, other.groups().getFirst().lr(), 1e-12);
    }

    @Test
    void aScheduleGoesOnAfterAStep() {
        var optimizer = optimizer();
        lrs(optimizer, new ExponentialLR(optimizer, 0.5), 2);
        assertEquals(0.025, optimizer.groups().getFirst().lr(), 1e-12);
        var next = new ExponentialLR(optimizer, 0.5, lastEpoch(2));
        assertEquals(3, next.epoch());
        assertEquals(0.025, optimizer.groups().getFirst().lr(), 1e-12);
    }

    @Test
    void theCycleOfAdamIsThatOfItsFirstBeta() {
        var optimizer = optimizer();
        var scheduler = new OneCycleLR(optimizer, 1, totalSteps(10));
        var group = optimizer.groups().getFirst();
        assertEquals(0.95, group.get(flambeau.args.Betas.class).beta1(), 1e-12);
        lrs(optimizer, scheduler, 2);
        assertEquals(0.85, group.get(flambeau.args.Betas.class).beta1(), 1e-12);
        assertEquals(0.999, group.get(flambeau.args.Betas.class).beta2(), 1e-12);
    }

    static Stream<Arguments> callsOutOfOrderAreRefused() {
        var order = ": step() comes after the optimizer's step(), else the first learning rate is never used";
        return Stream.of(
                refused("StepLR" + order, () -> new StepLR(optimizer(), 1).step()),
                refused("ReduceLROnPlateau" + order, () -> new ReduceLROnPlateau(optimizer()).step(1.0)),
                refused(
                        "CosineAnnealingWarmRestarts" + order,
                        () -> new CosineAnnealingWarmRestarts(optimizer(), 2).step(0.5)),
                refused("OneCycleLR: step 3 is beyond the 2 in all", () -> {
                    var o = optimizer();
                    lrs(o, new OneCycleLR(o, 1, totalSteps(2)), 3);
                }),
                refused("StepLR: the optimizer has 2 groups of parameters, it had 1", () -> {
                    var o = optimizer();
                    var scheduler = new StepLR(o, 1);
                    o.addParamGroup(group(List.of(ones(1).requiresGrad_())));
                    lrs(o, scheduler, 1);
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void callsOutOfOrderAreRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalStateException.class, call).getMessage());
    }

    static Stream<Arguments> argumentsAreRefused() {
        return Stream.of(
                refused("StepLR: stepSize must be positive, got 0", () -> new StepLR(optimizer(), 0)),
                refused(
                        "StepLR: lastEpoch 3 goes on with a schedule, but none has begun: load the optimizer's state"
                                + " first",
                        () -> new StepLR(optimizer(), 2, lastEpoch(3))),
                refused(
                        "LambdaLR: takes a function for each of the 1 groups, got 0",
                        () -> new LambdaLR(optimizer(), List.of())),
                refused(
                        "OneCycleLR: takes totalSteps, or epochs and stepsPerEpoch",
                        () -> new OneCycleLR(optimizer(), 1, epochs(3))),
                refused(
                        "CyclicLR: Rprop has no momentum to cycle, say cycleMomentum(false)",
                        () -> new CyclicLR(new Rprop(List.of(ones(1).requiresGrad_())), 0.01, 0.1)),
                refused(
                        "ChainedScheduler: scheduler 1 is of another optimizer",
                        () -> new ChainedScheduler(List.of(new StepLR(optimizer(), 2), new StepLR(optimizer(), 2)))),
                refused(
                        "ChainedScheduler: takes at least one scheduler, got none",
                        () -> new ChainedScheduler(List.of())),
                refused(
                        "StepLR: the state dict has no base_lrs",
                        () -> new StepLR(optimizer(), 2).loadStateDict(java.util.Map.of())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void argumentsAreRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    private static Arguments refused(String message, Executable call) {
        return arguments(message, call);
    }
}
