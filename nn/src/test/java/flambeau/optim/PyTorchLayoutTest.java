package flambeau.optim;

import static flambeau.args.Args.lineSearchFn;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.maxIter;
import static flambeau.args.Args.momentum;
import static flambeau.args.Args.nsSteps;
import static flambeau.optim.ParamGroups.group;
import static flambeau.optim.ParamGroups.groups;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import flambeau.args.LineSearch;
import flambeau.args.MaxEval;
import flambeau.args.MaxIter;
import flambeau.io.Checkpoint;
import flambeau.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PyTorchLayoutTest {
    @TempDir
    Path folder;

    /** Three steps of NAdam with two groups and a schedule, saved by PyTorch 2.13; the expected numbers are those of its fourth step. */
    @Test
    void whatPyTorchHasSavedGoesOnHere() throws Exception {
        var file = folder.resolve("nadam.pt");
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("nadam.pt"))) {
            Files.copy(in, file);
        }
        var saved = (Map<?, ?>) Objects.requireNonNull(Checkpoint.load(file));
        var w = ((Tensor) saved.get("w")).requiresGrad_();
        var b = ((Tensor) saved.get("b")).requiresGrad_();
        var optimizer = new NAdam(groups(group(List.of(w)), group(List.of(b))));
        PyTorchLayout.read(optimizer, saved.get("optimizer"));
        assertEquals(0.09, optimizer.groups().get(0).lr(), 1e-12);
        w.setGrad(tensor(new float[][] {{0.4f, -0.8f}, {1.2f, 1.6f}}));
        b.setGrad(tensor(new float[] {4, -4}));
        optimizer.step();
        assertArrayEquals(
                new double[] {0.6129159927368164, 2.3870840072631836, 2.6129159927368164, 3.6129159927368164},
                w.toDoubleArray(),
                1e-6);
        assertArrayEquals(new double[] {0.4613981544971466, -0.4613981544971466}, b.toDoubleArray(), 1e-6);
    }

    /** Two steps of LBFGS, saved by PyTorch 2.13; the expected numbers are those of its third. */
    @Test
    void aHistoryThatPyTorchHasSavedGoesOnHere() throws Exception {
        var file = folder.resolve("lbfgs.pt");
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("lbfgs.pt"))) {
            Files.copy(in, file);
        }
        var saved = (Map<?, ?>) Objects.requireNonNull(Checkpoint.load(file));
        var w = ((Tensor) saved.get("w")).requiresGrad_();
        var optimizer = new LBFGS(List.of(w));
        PyTorchLayout.read(optimizer, saved.get("optimizer"));
        assertEquals(4, optimizer.groups().getFirst().get(MaxIter.class).value());
        optimizer.step(() -> rosenbrock(w, optimizer));
        assertArrayEquals(new double[] {-0.962925136089325, 0.9154364466667175}, w.toDoubleArray(), 1e-5);
    }

    @Test
    void aHistoryIsWrittenAsItWasRead() throws Exception {
        var w = tensor(new float[] {-1.5f, 2}).requiresGrad_();
        var optimizer = new LBFGS(List.of(w), maxIter(4), lineSearchFn(LineSearch.STRONG_WOLFE));
        for (int i = 0; i < 2; i++) optimizer.step(() -> rosenbrock(w, optimizer));
        var file = folder.resolve("lbfgs.pt");
        Checkpoint.save(PyTorchLayout.write(optimizer), file);
        var w2 = w.detach().clone().requiresGrad_();
        var other = new LBFGS(List.of(w2));
        PyTorchLayout.read(other, Checkpoint.load(file));
        assertEquals(5, other.groups().getFirst().get(MaxEval.class).value(), "PyTorch has no default in its dicts");
        optimizer.step(() -> rosenbrock(w, optimizer));
        other.step(() -> rosenbrock(w2, other));
        assertArrayEquals(w.toDoubleArray(), w2.toDoubleArray());
    }

    private static Tensor rosenbrock(Tensor p, Optimizer optimizer) {
        optimizer.zeroGrad();
        var x = p.get(0);
        var loss = p.get(1).sub(x.square()).square().mul(100).add(x.sub(1).square());
        loss.backward();
        return loss;
    }

    @Test
    void whatIsWrittenCanBeRead() throws Exception {
        var w = ones(2, 3).requiresGrad_();
        w.setGrad(ones(2, 3));
        var optimizer = new Muon(List.of(w), lr(0.5), nsSteps(3));
        optimizer.step();
        Checkpoint.save(PyTorchLayout.write(optimizer), folder.resolve("muon.pt"));
        var other = new Muon(List.of(ones(2, 3).requiresGrad_()));
        PyTorchLayout.read(other, Checkpoint.load(folder.resolve("muon.pt")));
        assertEquals(optimizer.toString(), other.toString());
        assertArrayEquals(
                optimizer.stateDict().get("state.0.momentum_buffer").toDoubleArray(),
                other.stateDict().get("state.0.momentum_buffer").toDoubleArray());
    }

    @Test
    void stateThatPyTorchDoesNotHaveIsLeftOut() {
        var w = ones(2).requiresGrad_();
        w.setGrad(ones(2));
        var optimizer = new SGD(List.of(w), momentum(0.9));
        optimizer.step();
        var states = (Map<?, ?>)
                Objects.requireNonNull(PyTorchLayout.write(optimizer).get("state"));
        assertFalse(((Map<?, ?>) states.get(0L)).containsKey("step"));
    }

    @Test
    void theStateOfAnotherOptimizerIsRefused() {
        var saved = PyTorchLayout.write(new Adam(List.of(ones(2).requiresGrad_())));
        var optimizer = new SGD(List.of(ones(2).requiresGrad_()), lr(0.5));
        var e = assertThrows(IllegalArgumentException.class, () -> PyTorchLayout.read(optimizer, saved));
        assertEquals("SGD: the saved state is of another optimizer: group 0 has betas", e.getMessage());
        assertEquals(0.5, optimizer.groups().getFirst().lr());
    }

    @Test
    void somethingElseIsRefused() {
        var optimizer = new SGD(List.of(ones(2).requiresGrad_()));
        var e = assertThrows(IllegalArgumentException.class, () -> PyTorchLayout.read(optimizer, Map.of()));
        assertEquals("SGD: the saved state has no state and param_groups", e.getMessage());
    }
}
