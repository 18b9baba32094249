package flambeau.examples;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Files like those of MNIST with a few images: a bright bar whose place tells the class, and noise. */
final class FewDigits {
    static final int TRAINING = 200, TEST = 40;

    private FewDigits() {}

    static Path write(Path folder) throws IOException {
        write(folder, "train", TRAINING);
        write(folder, "t10k", TEST);
        return folder;
    }

    private static void write(Path folder, String part, int n) throws IOException {
        var random = new Random(n);
        var images = ByteBuffer.allocate(16 + n * 784)
                .putInt(0x803)
                .putInt(n)
                .putInt(28)
                .putInt(28);
        var labels = ByteBuffer.allocate(8 + n).putInt(0x801).putInt(n);
        for (int i = 0; i < n; i++) {
            int label = i % 10;
            labels.put((byte) label);
            for (int j = 0; j < 784; j++) images.put((byte) (j / 28 / 2 == label + 2 ? 255 : random.nextInt(60)));
        }
        Files.write(folder.resolve(part + "-images-idx3-ubyte"), images.array());
        Files.write(folder.resolve(part + "-labels-idx1-ubyte"), labels.array());
    }
}
