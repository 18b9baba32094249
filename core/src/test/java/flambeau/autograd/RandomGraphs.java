package flambeau.autograd;

import static flambeau.args.Args.retainGraph;
import static flambeau.tensor.Tensors.randn;

import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Random graphs, of which random parts are kept and read again after the passes have given back all they could. */
final class RandomGraphs {
    private RandomGraphs() {}

    static void main(String[] args) {
        check(Integer.parseInt(args[0]));
    }

    static void check(int rounds) {
        var random = new Random(1);
        for (int round = 0; round < rounds; round++) {
            Tensors.manualSeed(round);
            var held = new ArrayList<Tensor>();
            int n = round % 2 == 0 ? 3 : 30, m = round % 2 == 0 ? 4 : 40; // in a slab, and in a block of its own
            var leaves = List.of(
                    randn(n, m).requiresGrad_(),
                    randn(m).requiresGrad_(),
                    randn(n, 1).requiresGrad_());
            var nodes = new ArrayList<Tensor>(leaves);
            for (int i = 0; i < 12; i++) {
                var next = step(random, nodes, n, m);
                nodes.add(next);
                if (random.nextInt(4) == 0) held.add(next);
                if (next.requiresGrad() && random.nextInt(5) == 0) {
                    next.registerHook(g -> {
                        held.add(g);
                        held.add(g.mul(2));
                        return random.nextBoolean() ? null : g.clone();
                    });
                    next.retainGrad();
                }
            }
            var loss = nodes.getLast().sum().add(nodes.get(nodes.size() - 2).sum());
            var values = held.stream().map(Tensor::toFloatArray).toList();
            int before = held.size();
            loss.backward(retainGraph(true));
            for (var leaf : leaves) {
                var grad = random.nextBoolean() ? leaf.grad() : null;
                if (grad != null) held.add(grad);
            }
            for (var leaf : leaves) leaf.zeroGrad();
            loss.backward();
            for (int i = 0; i < 20; i++) randn(n, m).mul(2); // takes what was given back
            for (int i = 0; i < before; i++)
                if (!Arrays.equals(values.get(i), held.get(i).toFloatArray()))
                    throw new AssertionError("round " + round + ": a tensor that is held has changed");
            for (var each : held) each.toFloatArray(); // throws if it was given back
            for (var node : nodes) node.toFloatArray();
        }
    }

    private static Tensor step(Random random, List<Tensor> nodes, int n, int m) {
        var a = nodes.get(random.nextInt(nodes.size()));
        var b = nodes.get(random.nextInt(nodes.size()));
        return switch (random.nextInt(13)) {
            case 0 -> a.add(b);
            case 1 -> a.mul(b);
            case 2 -> a.tanh();
            case 3 -> a.reshape(-1).reshape(a.shape());
            case 4 -> a.add(b).transpose(0, -1).transpose(0, -1);
            case 5 -> a.sigmoid().sub(b);
            case 6 -> a.expand(n, m).clone();
            case 7 -> a.maximum(b).neg();
            case 8 -> a.detach().mul(b);
            case 9 -> a.mul(1).add_(0.5);
            case 10 -> {
                var y = a.mul(1);
                y.reshape(-1).narrow(0, 0, 1).mul_(2);
                yield y;
            }
            case 11 -> {
                var y = Tensors.zeros(n, m);
                y.get(0).add_(b.sum());
                yield y.add(a);
            }
            default ->
                a.sum(flambeau.args.Args.dim(-1), flambeau.args.Args.keepdim(true))
                        .mul(b);
        };
    }
}
