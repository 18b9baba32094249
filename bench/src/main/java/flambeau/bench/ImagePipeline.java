package flambeau.bench;

import static flambeau.args.Args.antialias;
import static flambeau.args.Args.mode;
import static flambeau.args.Args.size;
import static flambeau.functional.F.interpolate;

import flambeau.args.InterpolateMode;
import flambeau.array.DType;
import flambeau.tensor.Tensor;
import flambeau.vision.io.ImageFiles;
import flambeau.vision.io.ImageReadMode;
import flambeau.vision.transforms.Normalize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What stands before a network that was trained on ImageNet: decode, resize, crop, scale, normalise. */
final class ImagePipeline {
    private static final int SIDE = 224;

    private final byte[] file;
    private final Normalize normalize = new Normalize(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225));

    private ImagePipeline(byte[] file) {
        this.file = file;
    }

    static Workload of(Path image) {
        return new Workload("image_pipeline", () -> {
            try {
                return new ImagePipeline(Files.readAllBytes(image))::tensor;
            } catch (IOException e) {
                throw new UncheckedIOException("image_pipeline: cannot read " + image, e);
            }
        });
    }

    /** The image as [3, 224, 224]. */
    private Tensor tensor() {
        var x = ImageFiles.decodeImage(file, ImageReadMode.RGB).unsqueeze(0);
        int h = x.size(2), w = x.size(3);
        int height = w > h ? SIDE : SIDE * h / w, width = w > h ? SIDE * w / h : SIDE;
        x = interpolate(x, size(height, width), mode(InterpolateMode.BILINEAR), antialias(true))
                .squeeze(0);
        x = x.narrow(1, centre(height), SIDE).narrow(2, centre(width), SIDE);
        return normalize.apply(x.to(DType.FLOAT32).div(255));
    }

    private static int centre(int length) {
        return (int) Math.rint((length - SIDE) / 2.0);
    }
}
