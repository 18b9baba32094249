package flambeau.nn.architectures;

import static flambeau.args.Args.batchFirst;
import static flambeau.args.Args.bidirectional;
import static flambeau.args.Args.dilation;
import static flambeau.args.Args.dim;
import static flambeau.args.Args.dropout;
import static flambeau.args.Args.mode;
import static flambeau.args.Args.nonlinearity;
import static flambeau.args.Args.numLayers;
import static flambeau.args.Args.paddingIdx;
import static flambeau.functional.F.elu;
import static flambeau.functional.F.logSoftmax;
import static flambeau.functional.F.pad;
import static flambeau.tensor.Tensors.all;
import static flambeau.tensor.Tensors.at;
import static flambeau.tensor.Tensors.cat;

import flambeau.args.Args;
import flambeau.args.BagMode;
import flambeau.args.Nonlinearity;
import flambeau.nn.Bilinear;
import flambeau.nn.Conv1d;
import flambeau.nn.Embedding;
import flambeau.nn.EmbeddingBag;
import flambeau.nn.GRU;
import flambeau.nn.LSTM;
import flambeau.nn.Layer;
import flambeau.nn.Linear;
import flambeau.nn.ModuleList;
import flambeau.nn.RMSNorm;
import flambeau.nn.RNN;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Networks over words, [n, 7] int64 below 50, and over time. */
final class Sequences {
    private Sequences() {}

    static final class TextLSTM extends Layer {
        final Embedding embedding = new Embedding(50, 16, paddingIdx(0));
        final LSTM lstm = new LSTM(16, 24, numLayers(2), batchFirst(true), dropout(0.1), bidirectional(true));
        final Linear fc = new Linear(48, 4);

        @Override
        protected Tensor forward(Tensor x) {
            return fc.apply(lstm.apply(embedding.apply(x)).output().get(all(), at(-1)));
        }
    }

    static final class Seq2Seq extends Layer {
        final Embedding embedding = new Embedding(50, 12);
        final GRU encoder = new GRU(12, 20, batchFirst(true));
        final GRU decoder = new GRU(12, 20, batchFirst(true));
        final Linear out = new Linear(20, 50);

        @Override
        protected Tensor forward(Tensor x) {
            var e = embedding.apply(x);
            return out.apply(decoder.apply(e, encoder.apply(e).hN()).output());
        }
    }

    static final class TextCNN extends Layer {
        final Embedding embedding = new Embedding(50, 16);
        final ModuleList<Conv1d> convs =
                new ModuleList<>(new Conv1d(16, 8, 2), new Conv1d(16, 8, 3), new Conv1d(16, 8, 4));
        final Linear fc = new Linear(24, 3);

        @Override
        protected Tensor forward(Tensor x) {
            var e = embedding.apply(x).transpose(1, 2);
            var found = new ArrayList<Tensor>();
            for (var conv : convs) found.add(conv.apply(e).relu().amax(dim(2)));
            return fc.apply(cat(found, 1));
        }
    }

    static final class TCN extends Layer {
        final ModuleList<Conv1d> layers = new ModuleList<>(
                new Conv1d(4, 8, 3, dilation(1)), new Conv1d(8, 8, 3, dilation(2)), new Conv1d(8, 8, 3, dilation(4)));
        final Conv1d out = new Conv1d(8, 1, 1);

        @Override
        protected Tensor forward(Tensor x) {
            var y = x;
            int reach = 2;
            for (var layer : layers) {
                y = elu(layer.apply(pad(y, new int[] {reach, 0})));
                reach *= 2;
            }
            return out.apply(y);
        }
    }

    static final class FastText extends Layer {
        final EmbeddingBag embedding = new EmbeddingBag(50, 16, mode(BagMode.MEAN));
        final Linear fc = new Linear(16, 4);

        @Override
        protected Tensor forward(Tensor x) {
            return logSoftmax(fc.apply(embedding.apply(x)), 1);
        }
    }

    static final class Tagger extends Layer {
        final Embedding embedding = new Embedding(50, 8);
        final RNN rnn = new RNN(8, 12, nonlinearity(Nonlinearity.RELU), bidirectional(true), batchFirst(true));
        final RMSNorm norm = new RMSNorm(24);
        final Linear fc = new Linear(24, 5);

        @Override
        protected Tensor forward(Tensor x) {
            return fc.apply(norm.apply(rnn.apply(embedding.apply(x)).output()));
        }
    }

    static final class MatrixFactorization extends Layer {
        final Embedding users = new Embedding(50, 8);
        final Embedding items = new Embedding(50, 8);
        final Bilinear interaction = new Bilinear(8, 8, 3);

        @Override
        protected Tensor forward(Tensor x) {
            Tensor u = users.apply(x.select(1, 0)), i = items.apply(x.select(1, 1));
            return cat(List.of(u.mul(i).sum(dim(1), Args.keepdim(true)), interaction.apply(u, i)), 1);
        }
    }
}
