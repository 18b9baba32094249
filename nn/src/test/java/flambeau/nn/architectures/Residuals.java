package flambeau.nn.architectures;

import static flambeau.args.Args.affine;
import static flambeau.args.Args.bias;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.groups;
import static flambeau.args.Args.inplace;
import static flambeau.args.Args.p;
import static flambeau.args.Args.padding;
import static flambeau.args.Args.paddingMode;
import static flambeau.args.Args.stride;
import static flambeau.functional.F.gelu;
import static flambeau.functional.F.hardsigmoid;
import static flambeau.functional.F.silu;
import static flambeau.tensor.Tensors.cat;
import static flambeau.tensor.Tensors.ones;

import flambeau.args.Args;
import flambeau.args.AutoPadding;
import flambeau.args.PaddingMode;
import flambeau.nn.AdaptiveAvgPool2d;
import flambeau.nn.AvgPool2d;
import flambeau.nn.BatchNorm2d;
import flambeau.nn.Conv2d;
import flambeau.nn.ConvTranspose2d;
import flambeau.nn.Dropout;
import flambeau.nn.Flatten;
import flambeau.nn.GroupNorm;
import flambeau.nn.Hardswish;
import flambeau.nn.InstanceNorm2d;
import flambeau.nn.Layer;
import flambeau.nn.LayerNorm;
import flambeau.nn.Linear;
import flambeau.nn.MaxPool2d;
import flambeau.nn.Mish;
import flambeau.nn.Parameter;
import flambeau.nn.ReLU6;
import flambeau.nn.Sequential;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Networks with shortcuts. */
final class Residuals {
    private Residuals() {}

    private static @Nullable Sequential shortcut(int channels, int width, int stride) {
        if (stride == 1 && channels == width) return null;
        return new Sequential(new Conv2d(channels, width, 1, stride(stride), bias(false)), new BatchNorm2d(width));
    }

    static final class BasicBlock extends Layer {
        final Conv2d conv1;
        final BatchNorm2d bn1;
        final Conv2d conv2;
        final BatchNorm2d bn2;
        final @Nullable Sequential downsample;

        BasicBlock(int channels, int width, int stride) {
            conv1 = new Conv2d(channels, width, 3, stride(stride), padding(1), bias(false));
            bn1 = new BatchNorm2d(width);
            conv2 = new Conv2d(width, width, 3, padding(1), bias(false));
            bn2 = new BatchNorm2d(width);
            downsample = shortcut(channels, width, stride);
        }

        @Override
        protected Tensor forward(Tensor x) {
            var y = bn2.apply(conv2.apply(bn1.apply(conv1.apply(x)).relu()));
            return y.add(downsample == null ? x : downsample.apply(x)).relu();
        }
    }

    static final class Bottleneck extends Layer {
        final Conv2d conv1;
        final BatchNorm2d bn1;
        final Conv2d conv2;
        final BatchNorm2d bn2;
        final Conv2d conv3;
        final BatchNorm2d bn3;
        final @Nullable Sequential downsample;

        Bottleneck(int channels, int width, int stride) {
            conv1 = new Conv2d(channels, width, 1, bias(false));
            bn1 = new BatchNorm2d(width);
            conv2 = new Conv2d(width, width, 3, stride(stride), padding(1), bias(false));
            bn2 = new BatchNorm2d(width);
            conv3 = new Conv2d(width, 4 * width, 1, bias(false));
            bn3 = new BatchNorm2d(4 * width);
            downsample = shortcut(channels, 4 * width, stride);
        }

        @Override
        protected Tensor forward(Tensor x) {
            var y = bn2.apply(conv2.apply(bn1.apply(conv1.apply(x)).relu())).relu();
            y = bn3.apply(conv3.apply(y));
            return y.add(downsample == null ? x : downsample.apply(x)).relu();
        }
    }

    static final class ResNet extends Layer {
        final Conv2d conv1;
        final BatchNorm2d bn1;
        final MaxPool2d maxpool = new MaxPool2d(3, stride(2), padding(1));
        final Sequential layer1;
        final Sequential layer2;
        final Sequential layer3;
        final Sequential layer4;
        final AdaptiveAvgPool2d avgpool = new AdaptiveAvgPool2d(1);
        final Linear fc;
        private int channels; // so far

        ResNet(boolean deep, int[] blocks, int base) {
            conv1 = new Conv2d(3, base, 7, stride(2), padding(3), bias(false));
            bn1 = new BatchNorm2d(base);
            channels = base;
            layer1 = stage(deep, blocks[0], base, 1);
            layer2 = stage(deep, blocks[1], 2 * base, 2);
            layer3 = stage(deep, blocks[2], 4 * base, 2);
            layer4 = stage(deep, blocks[3], 8 * base, 2);
            fc = new Linear(channels, 10);
        }

        private Sequential stage(boolean deep, int n, int width, int stride) {
            var layers = new Layer[n];
            for (int i = 0; i < n; i++) {
                int s = i == 0 ? stride : 1;
                layers[i] = deep ? new Bottleneck(channels, width, s) : new BasicBlock(channels, width, s);
                channels = deep ? 4 * width : width;
            }
            return new Sequential(layers);
        }

        @Override
        protected Tensor forward(Tensor x) {
            var y = maxpool.apply(bn1.apply(conv1.apply(x)).relu());
            y = layer4.apply(layer3.apply(layer2.apply(layer1.apply(y))));
            return fc.apply(avgpool.apply(y).flatten(1, -1));
        }
    }

    static final class InvertedResidual extends Layer {
        final boolean skips;
        final Sequential conv;

        InvertedResidual(int channels, int width, int stride, int expand) {
            int hidden = channels * expand;
            skips = stride == 1 && channels == width;
            var layers = new ArrayList<Layer>();
            if (expand != 1) {
                layers.add(new Conv2d(channels, hidden, 1, bias(false)));
                layers.add(new BatchNorm2d(hidden));
                layers.add(new ReLU6(inplace(true)));
            }
            layers.add(new Conv2d(hidden, hidden, 3, stride(stride), padding(1), groups(hidden), bias(false)));
            layers.add(new BatchNorm2d(hidden));
            layers.add(new ReLU6(inplace(true)));
            layers.add(new Conv2d(hidden, width, 1, bias(false)));
            layers.add(new BatchNorm2d(width));
            conv = new Sequential(layers.toArray(Layer[]::new));
        }

        @Override
        protected Tensor forward(Tensor x) {
            return skips ? x.add(conv.apply(x)) : conv.apply(x);
        }
    }

    static Layer mobilenet() {
        return new Sequential(
                new Conv2d(3, 8, 3, stride(2), padding(1), bias(false)),
                new BatchNorm2d(8),
                new ReLU6(),
                new InvertedResidual(8, 8, 1, 1),
                new InvertedResidual(8, 12, 2, 6),
                new InvertedResidual(12, 12, 1, 6),
                new AdaptiveAvgPool2d(1),
                new Flatten(),
                new Dropout(p(0.2)),
                new Linear(12, 10));
    }

    static final class DenseLayer extends Layer {
        final BatchNorm2d norm;
        final Conv2d conv;

        DenseLayer(int channels, int growth) {
            norm = new BatchNorm2d(channels);
            conv = new Conv2d(channels, growth, 3, padding(1), bias(false));
        }

        @Override
        protected Tensor forward(Tensor x) {
            return cat(List.of(x, conv.apply(norm.apply(x).relu())), 1);
        }
    }

    static Layer densenet() {
        return new Sequential(
                new Conv2d(3, 8, 3, padding(1)),
                new DenseLayer(8, 4),
                new DenseLayer(12, 4),
                new DenseLayer(16, 4),
                new BatchNorm2d(20),
                new Conv2d(20, 10, 1),
                new AvgPool2d(2),
                new DenseLayer(10, 4),
                new DenseLayer(14, 4),
                new AdaptiveAvgPool2d(1),
                new Flatten(),
                new Linear(18, 10));
    }

    static final class Double extends Layer {
        final Conv2d conv1;
        final InstanceNorm2d norm1;
        final Conv2d conv2;

        Double(int channels, int width) {
            conv1 = new Conv2d(channels, width, 3, padding(1));
            norm1 = new InstanceNorm2d(width, affine(true));
            conv2 = new Conv2d(width, width, 3, padding(1));
        }

        @Override
        protected Tensor forward(Tensor x) {
            return conv2.apply(norm1.apply(conv1.apply(x)).relu()).relu();
        }
    }

    static final class UNet extends Layer {
        final Double down1 = new Double(1, 8);
        final Double down2 = new Double(8, 16);
        final MaxPool2d pool = new MaxPool2d(2);
        final ConvTranspose2d up = new ConvTranspose2d(16, 8, 2, stride(2));
        final Double out = new Double(16, 8);
        final Conv2d head = new Conv2d(8, 2, 1);

        @Override
        protected Tensor forward(Tensor x) {
            var a = down1.apply(x);
            var b = up.apply(down2.apply(pool.apply(a)));
            return head.apply(out.apply(cat(List.of(a, b), 1)));
        }
    }

    static final class SqueezeExcite extends Layer {
        final Linear fc1;
        final Linear fc2;

        SqueezeExcite(int channels) {
            fc1 = new Linear(channels, channels / 4);
            fc2 = new Linear(channels / 4, channels);
        }

        @Override
        protected Tensor forward(Tensor x) {
            var gate = hardsigmoid(fc2.apply(silu(fc1.apply(x.mean(Args.dim(2, 3))))));
            return x.mul(gate.unsqueeze(2).unsqueeze(3));
        }
    }

    static Layer senet() {
        return new Sequential(
                new Conv2d(3, 16, 3, stride(2), padding(AutoPadding.VALID)),
                new GroupNorm(4, 16),
                new Hardswish(),
                new SqueezeExcite(16),
                new Conv2d(16, 8, 3, padding(AutoPadding.SAME), paddingMode(PaddingMode.REFLECT)),
                new Mish(),
                new AdaptiveAvgPool2d(1),
                new Flatten(),
                new Linear(8, 10));
    }

    static final class ConvNeXtBlock extends Layer {
        final Conv2d dwconv;
        final LayerNorm norm;
        final Linear pwconv1;
        final Linear pwconv2;
        final Parameter gamma;

        ConvNeXtBlock(int width) {
            dwconv = new Conv2d(width, width, 7, padding(3), groups(width));
            norm = new LayerNorm(width, eps(1e-6));
            pwconv1 = new Linear(width, 4 * width);
            pwconv2 = new Linear(4 * width, width);
            gamma = new Parameter(ones(width).mul(1e-2));
        }

        @Override
        protected Tensor forward(Tensor x) {
            var y = norm.apply(dwconv.apply(x).permute(0, 2, 3, 1));
            y = gamma.mul(pwconv2.apply(gelu(pwconv1.apply(y))));
            return x.add(y.permute(0, 3, 1, 2));
        }
    }

    static Layer convnext() {
        return new Sequential(
                new Conv2d(3, 12, 4, stride(4)),
                new ConvNeXtBlock(12),
                new ConvNeXtBlock(12),
                new AdaptiveAvgPool2d(1),
                new Flatten(),
                new Linear(12, 10));
    }
}
