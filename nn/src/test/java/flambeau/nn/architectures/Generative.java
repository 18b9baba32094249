package flambeau.nn.architectures;

import static flambeau.args.Args.bias;
import static flambeau.args.Args.inplace;
import static flambeau.args.Args.negativeSlope;
import static flambeau.args.Args.outputPadding;
import static flambeau.args.Args.padding;
import static flambeau.args.Args.stride;
import static flambeau.functional.F.softplus;
import static flambeau.tensor.Tensors.randnLike;

import flambeau.nn.AdaptiveMaxPool2d;
import flambeau.nn.BatchNorm2d;
import flambeau.nn.Conv2d;
import flambeau.nn.ConvTranspose2d;
import flambeau.nn.Flatten;
import flambeau.nn.Layer;
import flambeau.nn.LeakyReLU;
import flambeau.nn.Linear;
import flambeau.nn.PReLU;
import flambeau.nn.PairwiseDistance;
import flambeau.nn.PixelShuffle;
import flambeau.nn.ReLU;
import flambeau.nn.Sequential;
import flambeau.nn.Sigmoid;
import flambeau.nn.Tanh;
import flambeau.nn.Unflatten;
import flambeau.tensor.Tensor;

/** Networks that make or compare. */
final class Generative {
    private Generative() {}

    static final class Autoencoder extends Layer {
        final Sequential encoder = new Sequential(new Linear(20, 12), new Tanh(), new Linear(12, 3));
        final Sequential decoder = new Sequential(new Linear(3, 12), new Tanh(), new Linear(12, 20), new Sigmoid());

        @Override
        protected Tensor forward(Tensor x) {
            return decoder.apply(encoder.apply(x));
        }
    }

    static final class VAE extends Layer {
        final Linear fc1 = new Linear(20, 16);
        final Linear mu = new Linear(16, 4);
        final Linear logvar = new Linear(16, 4);
        final Linear fc2 = new Linear(4, 20);

        @Override
        protected Tensor forward(Tensor x) {
            var h = softplus(fc1.apply(x));
            Tensor mean = mu.apply(h), spread = logvar.apply(h).div(2).exp();
            return fc2.apply(mean.add(randnLike(mean).mul(spread))).sigmoid();
        }
    }

    static Layer generator() {
        return new Sequential(
                new Unflatten(1, 20, 1, 1),
                new ConvTranspose2d(20, 16, 4, bias(false)),
                new BatchNorm2d(16),
                new ReLU(inplace(true)),
                new ConvTranspose2d(16, 8, 4, stride(2), padding(1), bias(false)),
                new BatchNorm2d(8),
                new ReLU(inplace(true)),
                new ConvTranspose2d(8, 3, 4, stride(2), padding(1), outputPadding(1)),
                new Tanh());
    }

    static Layer discriminator() {
        return new Sequential(
                new Conv2d(3, 8, 4, stride(2), padding(1)),
                new LeakyReLU(negativeSlope(0.2), inplace(true)),
                new Conv2d(8, 16, 4, stride(2), padding(1)),
                new LeakyReLU(negativeSlope(0.2), inplace(true)),
                new AdaptiveMaxPool2d(2),
                new Flatten(),
                new Linear(64, 1),
                new Sigmoid());
    }

    static final class Siamese extends Layer {
        final Sequential body = new Sequential(new Linear(20, 16), new PReLU(), new Linear(16, 8));
        final PairwiseDistance distance = new PairwiseDistance();

        @Override
        protected Tensor forward(Tensor x) {
            return distance.apply(body.apply(x), body.apply(x.flip(0)));
        }
    }

    static Layer superresolution() {
        return new Sequential(
                new Conv2d(1, 8, 5, padding(2)), new Tanh(), new Conv2d(8, 4, 3, padding(1)), new PixelShuffle(2));
    }
}
