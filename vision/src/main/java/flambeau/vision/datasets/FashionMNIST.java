package flambeau.vision.datasets;

import flambeau.args.Arg;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * 70,000 pictures of clothes in the files and sizes of {@link MNIST}. Source: Xiao, Rasul and Vollgraf 2017, "Fashion-MNIST: a Novel
 * Image Dataset for Benchmarking Machine Learning Algorithms".
 */
public final class FashionMNIST extends MNIST {
    /**
     * Reads the files of one part.
     *
     * @param folder the folder with the files, or that in which torchvision keeps them under {@code FashionMNIST/raw}
     * @param args train (true), transform (to uint8 {@code [1, 28, 28]})
     * @throws IOException if a file is missing, cut off, damaged or something else
     */
    @SafeVarargs
    public FashionMNIST(Path folder, Arg<? super FashionMNIST>... args) throws IOException {
        super("FashionMNIST", folder, args);
    }

    @Override
    public List<String> classes() {
        return List.of(
                "T-shirt/top",
                "Trouser",
                "Pullover",
                "Dress",
                "Coat",
                "Sandal",
                "Shirt",
                "Sneaker",
                "Bag",
                "Ankle boot");
    }
}
