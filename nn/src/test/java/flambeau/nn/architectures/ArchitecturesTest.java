package flambeau.nn.architectures;

import static flambeau.tensor.Tensors.manualSeed;
import static flambeau.tensor.Tensors.noGrad;
import static flambeau.tensor.Tensors.rand;
import static flambeau.tensor.Tensors.randint;
import static flambeau.tensor.Tensors.randn;
import static flambeau.tensor.Tensors.shape;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import flambeau.nn.Layer;
import flambeau.tensor.Tensor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks as people build them, against what tools/record_architectures.py has recorded. */
class ArchitecturesTest {
    private static final Map<String, List<String>> RECORDED = read();

    static Stream<Arguments> networks() {
        return Stream.of(
                of("logistic", Classics::logistic, () -> rand(3, 20)),
                of("mlp", Classics.MLP::new, () -> rand(3, 20)),
                of("normalized mlp", Classics::normalizedMlp, () -> rand(3, 20)),
                of("lenet", Classics.LeNet::new, () -> rand(2, 1, 28, 28)),
                of("alexnet", Classics.AlexNet::new, () -> rand(1, 3, 95, 95)),
                of("vgg", Classics::vgg, () -> rand(2, 3, 32, 32)),
                of("resnet18", () -> new Residuals.ResNet(false, new int[] {2, 2, 2, 2}, 64), () -> rand(1, 3, 64, 64)),
                of("resnet50", () -> new Residuals.ResNet(true, new int[] {3, 4, 6, 3}, 16), () -> rand(1, 3, 64, 64)),
                of("mobilenet", Residuals::mobilenet, () -> rand(2, 3, 32, 32)),
                of("densenet", Residuals::densenet, () -> rand(2, 3, 16, 16)),
                of("unet", Residuals.UNet::new, () -> rand(1, 1, 16, 16)),
                of("text lstm", Sequences.TextLSTM::new, ArchitecturesTest::words),
                of("seq2seq", Sequences.Seq2Seq::new, ArchitecturesTest::words),
                of("transformer classifier", Attentive.Classifier::new, ArchitecturesTest::words),
                of("gpt", Attentive.GPT::new, ArchitecturesTest::words),
                of("bert", Attentive.BERT::new, ArchitecturesTest::words),
                of("vit", Attentive.ViT::new, () -> rand(2, 3, 32, 32)),
                of("translator", Attentive.Translator::new, ArchitecturesTest::words),
                of("autoencoder", Generative.Autoencoder::new, () -> rand(3, 20)),
                of("vae", Generative.VAE::new, () -> rand(3, 20)),
                of("gan generator", Generative::generator, () -> randn(2, 20)),
                of("gan discriminator", Generative::discriminator, () -> rand(2, 3, 16, 16)),
                of("siamese", Generative.Siamese::new, () -> rand(4, 20)),
                of("squeezenet", Classics::squeezenet, () -> rand(1, 3, 33, 33)),
                of("senet", Residuals::senet, () -> rand(2, 3, 17, 17)),
                of("textcnn", Sequences.TextCNN::new, ArchitecturesTest::words),
                of("tcn", Sequences.TCN::new, () -> rand(2, 4, 12)),
                of("fasttext", Sequences.FastText::new, ArchitecturesTest::words),
                of("tagger", Sequences.Tagger::new, ArchitecturesTest::words),
                of("matrix factorization", Sequences.MatrixFactorization::new, ArchitecturesTest::words),
                of("convnext", Residuals::convnext, () -> rand(1, 3, 32, 32)),
                of("superresolution", Generative::superresolution, () -> rand(1, 1, 8, 8)));
    }

    private static Arguments of(String name, Supplier<Layer> make, Supplier<Tensor> draw) {
        return arguments(name, make, draw);
    }

    private static Tensor words() {
        return randint(1, 50, shape(3, 7));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void printsCountsNamesAndComputesAsInPyTorch(String name, Supplier<Layer> make, Supplier<Tensor> draw) {
        var lines = Objects.requireNonNull(RECORDED.get(name), name);
        manualSeed(0);
        var net = make.get().eval();
        var x = draw.get();
        var expected = new ArrayList<>(lines.subList(0, lines.size() - 1));
        var found = new ArrayList<>(net.toString().lines().toList());
        long count = 0;
        for (var p : net.parameters()) count += p.numel();
        found.add("parameters " + count);
        net.stateDict()
                .forEach((key, value) ->
                        found.add("state " + key + " " + value.shape().text()));
        assertEquals(String.join("\n", expected), String.join("\n", found));
        try (var _ = noGrad()) {
            assertOutput(lines.getLast(), net.apply(x));
        }
    }

    private static void assertOutput(String line, Tensor y) {
        int end = line.indexOf(']');
        assertEquals(line.substring("output ".length(), end + 1), y.shape().text());
        var expected = Arrays.stream(line.substring(end + 2).split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        var values = Arrays.copyOf(y.toDoubleArray(), expected.length);
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        assertArrayEquals(expected, values, 2e-5 * largest + 1e-6); // float32, through up to 50 layers
    }

    private static Map<String, List<String>> read() {
        var all = new HashMap<String, List<String>>();
        var file = Objects.requireNonNull(
                ArchitecturesTest.class.getResourceAsStream("/flambeau/nn/architectures.txt.gz"));
        try (var in = new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
            var lines = new ArrayList<String>();
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("# ")) all.put(line.substring(2), lines = new ArrayList<>());
                else lines.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
