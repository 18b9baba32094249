package flambeau.vision.datasets;

import static flambeau.args.Args.dtype;
import static flambeau.args.Args.given;
import static flambeau.args.Args.train;
import static flambeau.tensor.Tensors.tensor;

import flambeau.args.Arg;
import flambeau.args.Train;
import flambeau.args.Transform;
import flambeau.array.DType;
import flambeau.data.Dataset;
import flambeau.data.Sample;
import flambeau.tensor.Tensor;
import flambeau.vision.io.Pixels;
import flambeau.vision.transforms.PILToTensor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * 70,000 handwritten digits of 28 x 28 pixels, white on black: 60,000 for training and 10,000 for testing. Source: LeCun, Cortes and
 * Burges, "The MNIST database of handwritten digits".
 *
 * <p>The files are {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte}, {@code t10k-images-idx3-ubyte} and {@code
 * t10k-labels-idx1-ubyte}, each as it is or packed as {@code .gz}. They may hold fewer images. Unlike PyTorch, they are never
 * downloaded, and without a transform an image is a tensor uint8 {@code [1, 28, 28]}.
 *
 * {@snippet :
 * var digits = new MNIST(Path.of("data"), train(true), transform(new ToTensor()));
 * var loader = new DataLoader<>(digits, batchSize(64), shuffle(true));
 * for (var batch : loader) { // batch.x() is [64, 1, 28, 28], batch.y() is [64]
 * }
 * }
 */
public class MNIST implements Dataset<Sample>, Train.Taker, Transform.Taker<BufferedImage, Tensor> {
    private static final int SIZE = 28, CLASSES = 10;

    private final Path folder;
    private final boolean train;
    private final Function<? super BufferedImage, ? extends Tensor> transform;
    private final Tensor data;
    private final Tensor targets;

    /**
     * Reads the files of one part.
     *
     * @param folder the folder with the files, or that in which torchvision keeps them under {@code MNIST/raw}
     * @param args train (true): which part; transform (to uint8 {@code [1, 28, 28]}): what is made of an image each time it is taken
     * @throws IOException if a file is missing, cut off, damaged or something else, or the two do not belong together
     */
    @SafeVarargs
    public MNIST(Path folder, Arg<? super MNIST>... args) throws IOException {
        this("MNIST", folder, args);
    }

    /** A dataset in the same format, which torchvision keeps under {@code name/raw}. */
    MNIST(String name, Path folder, Arg<?>[] args) throws IOException {
        this.folder = folder;
        train = given(args, train(true)).value();
        transform = transform(args);
        var part = train ? "train" : "t10k";
        var images = file(name, folder, part + "-images-idx3-ubyte");
        var labels = file(name, folder, part + "-labels-idx1-ubyte");
        data = images(images);
        targets = labels(labels);
        int n = data.size(0);
        if (n != targets.size(0))
            throw wrong(
                    labels,
                    "has %d labels for the %d images of %s".formatted(targets.size(0), n, images.getFileName()));
    }

    @SuppressWarnings("unchecked") // only a transform of these types is an Arg<? super MNIST>
    private static Function<? super BufferedImage, ? extends Tensor> transform(Arg<?>[] args) {
        var given = (Transform<BufferedImage, Tensor>) given(args, Transform.class);
        return given == null ? new PILToTensor() : given.value();
    }

    private static Path file(String name, Path folder, String file) throws IOException {
        for (var place : List.of(folder, folder.resolve(name).resolve("raw")))
            for (var ending : List.of("", ".gz"))
                if (Files.exists(place.resolve(file + ending))) return place.resolve(file + ending);
        throw wrong(
                folder,
                Files.isDirectory(folder)
                        ? "holds neither %s nor %s.gz".formatted(file, file)
                        : Files.exists(folder) ? "is no folder" : "does not exist");
    }

    private static Tensor images(Path file) throws IOException {
        var idx = Idx.read(file, 3);
        if (idx.sizes()[1] != SIZE || idx.sizes()[2] != SIZE)
            throw wrong(
                    file, "has images of %d x %d pixels instead of 28 x 28".formatted(idx.sizes()[1], idx.sizes()[2]));
        if (idx.sizes()[0] == 0) throw wrong(file, "has no images");
        return tensor(idx.values(), dtype(DType.UINT8)).view(idx.sizes());
    }

    private static Tensor labels(Path file) throws IOException {
        var idx = Idx.read(file, 1);
        for (int i = 0; i < idx.values().length; i++)
            if ((idx.values()[i] & 255) >= CLASSES)
                throw wrong(file, "has the label %d of image %d, the largest is 9".formatted(idx.values()[i] & 255, i));
        return tensor(idx.values(), dtype(DType.INT64));
    }

    private static IOException wrong(Path file, String what) {
        return new IOException(file + ": " + what);
    }

    /** All images, uint8 {@code [n, 28, 28]}. */
    public final Tensor data() {
        return data;
    }

    /** All labels, int64 {@code [n]}. */
    public final Tensor targets() {
        return targets;
    }

    /** The names of the classes, by label. */
    public List<String> classes() {
        return List.of(
                "0 - zero",
                "1 - one",
                "2 - two",
                "3 - three",
                "4 - four",
                "5 - five",
                "6 - six",
                "7 - seven",
                "8 - eight",
                "9 - nine");
    }

    /** Image {@code index} as it is: {@code TYPE_BYTE_GRAY}. */
    public final BufferedImage image(int index) {
        return Pixels.image(data.narrow(0, index, 1));
    }

    @Override
    public final int size() {
        return data.size(0);
    }

    /** Image {@code index}, transformed, and its label: int64 without dimensions. */
    @Override
    public Sample get(int index) {
        return Sample.of(transform.apply(image(index)), targets.get(index));
    }

    /** PyTorch's text: size, folder, part and transform. */
    @Override
    public String toString() {
        var text = "Dataset %s\n    Number of datapoints: %d\n    Root location: %s\n    Split: %s"
                .formatted(getClass().getSimpleName(), size(), folder, train ? "Train" : "Test");
        if (transform instanceof PILToTensor) return text;
        return text + "\n    StandardTransform\nTransform: "
                + transform.toString().replace("\n", "\n           ");
    }
}
