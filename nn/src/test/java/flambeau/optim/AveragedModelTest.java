package flambeau.optim;

import static flambeau.args.Args.annealEpochs;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.momentum;
import static flambeau.args.Args.useBuffers;
import static flambeau.tensor.Tensors.noGrad;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.tensor;
import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import flambeau.nn.BatchNorm1d;
import flambeau.nn.Linear;
import flambeau.nn.Module;
import flambeau.nn.Sequential;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AveragedModelTest {
    private static void set(Module model, double value) {
        try (var _ = noGrad()) {
            for (var p : model.parameters()) p.fill_(value);
            for (var b : model.buffers()) b.fill_(value);
        }
    }

    @Test
    void thePlainAverageCountsAllAlike() {
        var model = new Linear(2, 1);
        var averaged = new AveragedModel<>(model);
        for (int value : new int[] {1, 2, 6}) {
            set(model, value);
            averaged.updateParameters(model);
        }
        assertEquals(3, averaged.averaged());
        assertArrayEquals(new double[] {3, 3}, averaged.module.weight.toDoubleArray(), 1e-6);
    }

    @Test
    void theMovingAverageForgets() {
        var model = new Linear(2, 1);
        var averaged = new AveragedModel<>(model, AveragedModel.ema(0.75));
        set(model, 4);
        averaged.updateParameters(model); // a copy
        set(model, 8);
        averaged.updateParameters(model);
        assertArrayEquals(new double[] {5, 5}, averaged.module.weight.toDoubleArray(), 1e-6);
    }

    @Test
    void buffersAreCopiedUnlessTheyAreToBeAveraged() {
        var model = new BatchNorm1d(1);
        var copied = new AveragedModel<>(model);
        var averaged = new AveragedModel<>(model, useBuffers(true));
        for (int value : new int[] {1, 4}) {
            set(model, value);
            copied.updateParameters(model);
            averaged.updateParameters(model);
        }
        assertEquals(4.0, copied.module.getBuffer("running_mean").item().doubleValue());
        assertEquals(2.5, averaged.module.getBuffer("running_mean").item().doubleValue());
        assertEquals(2, averaged.module.getBuffer("num_batches_tracked").item().intValue());
    }

    @Test
    void theStateHasPyTorchsNames() {
        assertEquals(
                List.of("n_averaged", "module.weight", "module.bias"),
                List.copyOf(new AveragedModel<>(new Linear(2, 1)).stateDict().keySet()));
    }

    @Test
    void anotherModelIsRefused() {
        var averaged = new AveragedModel<>(new Linear(2, 1));
        var e = assertThrows(IllegalArgumentException.class, () -> averaged.updateParameters(new Linear(3, 1)));
        assertEquals("AveragedModel: the model has other parameters", e.getMessage());
    }

    /** The numbers are those of PyTorch 2.13. */
    @Test
    void theLearningRateGoesToThatOfAveraging() {
        var p = ones(1).requiresGrad_();
        p.setGrad(zeros(1));
        var optimizer = new SGD(List.of(p), lr(0.1));
        var scheduler = new SWALR(optimizer, 0.02, annealEpochs(4));
        var lrs = new ArrayList<Double>();
        for (int i = 0; i < 5; i++) {
            lrs.add(optimizer.groups().getFirst().lr());
            optimizer.step();
            scheduler.step();
        }
        assertArrayEquals(
                new double[] {0.1, 0.08828427124746191, 0.06, 0.0317157287525381, 0.02},
                lrs.stream().mapToDouble(x -> x).toArray(),
                1e-12);
    }

    @Test
    void statisticsAreGatheredAnewAsPlainAverages() {
        var model = new Sequential(new BatchNorm1d(1, momentum(0.25)), new Linear(1, 1));
        set(model, 7);
        model.eval();
        AveragedModel.updateBn(List.of(tensor(new double[][] {{1}, {3}}), tensor(new double[][] {{5}, {9}})), model);
        var norm = (BatchNorm1d) model.get(0);
        assertEquals(4.5, norm.runningMean.item().doubleValue(), 1e-6);
        assertEquals(5, norm.runningVar.item().doubleValue(), 1e-6); // of 2 and 8
        assertEquals(2, norm.numBatchesTracked.item().intValue());
        assertEquals(0.25, norm.momentum.value());
        assertTrue(!model.isTraining() && !norm.isTraining());
    }

    @Test
    void aModelWithoutBatchNormalisationIsNotCalled() {
        AveragedModel.updateBn(List.of(1), _ -> fail("called"), new Linear(2, 1));
    }

    @Test
    void aFailureWhileStatisticsAreGatheredLeavesTheModelsMode() {
        var model = new Sequential(new BatchNorm1d(1));
        model.eval();
        assertThrows(IllegalArgumentException.class, () -> AveragedModel.updateBn(List.of(ones(2, 2)), model));
        assertTrue(!model.isTraining());
        assertEquals(0.1, ((BatchNorm1d) model.get(0)).momentum.value());
    }
}
