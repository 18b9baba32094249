package flambeau.nn.architectures;

import static flambeau.args.Args.activation;
import static flambeau.args.Args.approximate;
import static flambeau.args.Args.attnMask;
import static flambeau.args.Args.batchFirst;
import static flambeau.args.Args.bias;
import static flambeau.args.Args.dimFeedforward;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.enableNestedTensor;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.needWeights;
import static flambeau.args.Args.norm;
import static flambeau.args.Args.normFirst;
import static flambeau.args.Args.numDecoderLayers;
import static flambeau.args.Args.numEncoderLayers;
import static flambeau.args.Args.p;
import static flambeau.args.Args.stride;
import static flambeau.args.Args.tgtMask;
import static flambeau.tensor.Tensors.all;
import static flambeau.tensor.Tensors.arange;
import static flambeau.tensor.Tensors.at;
import static flambeau.tensor.Tensors.cat;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.randn;
import static flambeau.tensor.Tensors.shape;
import static flambeau.tensor.Tensors.zeros;

import flambeau.args.ActivationFunction;
import flambeau.args.Approximate;
import flambeau.array.DType;
import flambeau.nn.Conv2d;
import flambeau.nn.Dropout;
import flambeau.nn.Embedding;
import flambeau.nn.GELU;
import flambeau.nn.Layer;
import flambeau.nn.LayerNorm;
import flambeau.nn.Linear;
import flambeau.nn.ModuleList;
import flambeau.nn.MultiheadAttention;
import flambeau.nn.Parameter;
import flambeau.nn.Sequential;
import flambeau.nn.Tanh;
import flambeau.nn.Transformer;
import flambeau.nn.TransformerEncoder;
import flambeau.nn.TransformerEncoderLayer;
import flambeau.tensor.Tensor;
import java.util.List;

/** Networks with attention. */
final class Attentive {
    private Attentive() {}

    static final class Classifier extends Layer {
        final Embedding embedding = new Embedding(50, 16);
        final TransformerEncoder encoder = new TransformerEncoder(
                new TransformerEncoderLayer(16, 4, dimFeedforward(32), batchFirst(true)), 2, enableNestedTensor(false));
        final Linear fc = new Linear(16, 3);

        @Override
        protected Tensor forward(Tensor x) {
            return fc.apply(encoder.apply(embedding.apply(x)).mean(1));
        }
    }

    static final class Block extends Layer {
        final LayerNorm ln1;
        final MultiheadAttention attn;
        final LayerNorm ln2;
        final Sequential mlp;

        Block(int width, int heads) {
            ln1 = new LayerNorm(width);
            attn = new MultiheadAttention(width, heads, batchFirst(true));
            ln2 = new LayerNorm(width);
            mlp = new Sequential(
                    new Linear(width, 4 * width),
                    new GELU(approximate(Approximate.TANH)),
                    new Linear(4 * width, width));
        }

        @Override
        protected Tensor forward(Tensor x) {
            int n = x.size(1);
            var mask = ones(shape(n, n), dtype(DType.BOOL)).triu(1);
            var y = ln1.apply(x);
            var z = x.add(
                    attn.apply(y, y, y, attnMask(mask), needWeights(false)).attnOutput());
            return z.add(mlp.apply(ln2.apply(z)));
        }
    }

    static final class GPT extends Layer {
        final Embedding wte = new Embedding(50, 24);
        final Embedding wpe = new Embedding(16, 24);
        final ModuleList<Block> h = new ModuleList<>(new Block(24, 4), new Block(24, 4));
        final LayerNorm lnF = new LayerNorm(24);
        final Linear lmHead = new Linear(24, 50, bias(false));

        @Override
        protected Tensor forward(Tensor x) {
            var y = wte.apply(x).add(wpe.apply(arange(x.size(1))));
            for (var block : h) y = block.apply(y);
            return lmHead.apply(lnF.apply(y));
        }
    }

    static final class BERT extends Layer {
        final Embedding word = new Embedding(50, 24);
        final Embedding position = new Embedding(16, 24);
        final LayerNorm norm = new LayerNorm(24, eps(1e-12));
        final Dropout dropout = new Dropout(p(0.1));
        final TransformerEncoder encoder = new TransformerEncoder(
                new TransformerEncoderLayer(
                        24, 4, dimFeedforward(48), activation(ActivationFunction.GELU), batchFirst(true)),
                2,
                enableNestedTensor(false));
        final Sequential pooler = new Sequential(new Linear(24, 24), new Tanh());

        @Override
        protected Tensor forward(Tensor x) {
            var y = word.apply(x).add(position.apply(arange(x.size(1))));
            return pooler.apply(encoder.apply(dropout.apply(norm.apply(y))).get(all(), at(0)));
        }
    }

    static final class ViT extends Layer {
        final Conv2d patches = new Conv2d(3, 24, 8, stride(8));
        final Parameter cls = new Parameter(zeros(1, 1, 24));
        final Parameter position = new Parameter(randn(1, 17, 24).mul(0.02));
        final TransformerEncoder encoder = new TransformerEncoder(
                new TransformerEncoderLayer(
                        24,
                        3,
                        dimFeedforward(48),
                        activation(ActivationFunction.GELU),
                        batchFirst(true),
                        normFirst(true)),
                2,
                norm(new LayerNorm(24)),
                enableNestedTensor(false));
        final Linear head = new Linear(24, 10);

        @Override
        protected Tensor forward(Tensor x) {
            var y = patches.apply(x).flatten(2, -1).transpose(1, 2);
            y = cat(List.of(cls.expand(x.size(0), -1, -1), y), 1).add(position);
            return head.apply(encoder.apply(y).get(all(), at(0)));
        }
    }

    static final class Translator extends Layer {
        final Embedding embedding = new Embedding(50, 16);
        final Transformer transformer =
                new Transformer(16, 2, numEncoderLayers(1), numDecoderLayers(1), dimFeedforward(32), batchFirst(true));
        final Linear out = new Linear(16, 50);

        @Override
        protected Tensor forward(Tensor x) {
            var e = embedding.apply(x);
            return out.apply(transformer.apply(e, e, tgtMask(Transformer.generateSquareSubsequentMask(x.size(1)))));
        }
    }
}
