package flambeau.bench;

import static flambeau.args.Args.batchFirst;
import static flambeau.args.Args.dimFeedforward;
import static flambeau.args.Args.dropout;
import static flambeau.tensor.Tensors.all;
import static flambeau.tensor.Tensors.at;
import static flambeau.tensor.Tensors.rand;
import static flambeau.tensor.Tensors.randint;
import static flambeau.tensor.Tensors.shape;

import flambeau.nn.CrossEntropyLoss;
import flambeau.nn.GRU;
import flambeau.nn.LSTM;
import flambeau.nn.Layer;
import flambeau.nn.Linear;
import flambeau.nn.MSELoss;
import flambeau.nn.TransformerEncoderLayer;
import flambeau.optim.Adam;
import flambeau.tensor.Tensor;
import java.util.List;

/** Recurrent networks and attention. */
final class Sequences {
    static final List<Workload> ALL = List.of(
            new Workload("lstm_train", () -> train(new LSTMNet())),
            new Workload("lstm_infer", () -> Steps.infer(new LSTMNet(), rand(32, 50, 128))),
            new Workload("gru_train", () -> train(new GRUNet())),
            new Workload("gru_infer", () -> Steps.infer(new GRUNet(), rand(32, 50, 128))),
            new Workload("transformer_train", Sequences::transformerTrain),
            new Workload("transformer_infer", () -> Steps.infer(transformer(), rand(16, 128, 256))));

    private Sequences() {}

    /** Ten classes from the last output of an LSTM. */
    private static final class LSTMNet extends Layer {
        final LSTM rnn = new LSTM(128, 256, batchFirst(true));
        final Linear fc = new Linear(256, 10);

        @Override
        protected Tensor forward(Tensor x) {
            return fc.apply(rnn.apply(x).output().get(all(), at(-1)));
        }
    }

    /** Ten classes from the last output of a GRU. */
    private static final class GRUNet extends Layer {
        final GRU rnn = new GRU(128, 256, batchFirst(true));
        final Linear fc = new Linear(256, 10);

        @Override
        protected Tensor forward(Tensor x) {
            return fc.apply(rnn.apply(x).output().get(all(), at(-1)));
        }
    }

    private static Runnable train(Layer net) {
        var y = randint(0, 10, shape(32));
        return Steps.train(net, new CrossEntropyLoss()::apply, rand(32, 50, 128), y, new Adam(net.parameters()));
    }

    private static TransformerEncoderLayer transformer() {
        return new TransformerEncoderLayer(256, 8, dimFeedforward(1024), dropout(0), batchFirst(true));
    }

    private static Runnable transformerTrain() {
        var net = transformer();
        Tensor x = rand(16, 128, 256), y = rand(16, 128, 256);
        return Steps.train(net, new MSELoss()::apply, x, y, new Adam(net.parameters()));
    }
}
