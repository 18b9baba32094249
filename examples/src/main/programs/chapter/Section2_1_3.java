// Section 2.1.3 of the chapter, max pooling.
// usage: java Section2_1_3.java PICTURE.png OUTDIR     (needs Flambeau on the class path)

import static flambeau.args.Args.*;
import static flambeau.array.DType.FLOAT32;
import static flambeau.functional.F.*;
import static flambeau.tensor.Python.*;
import static flambeau.tensor.Tensors.*;

import flambeau.nn.*;
import flambeau.tensor.*;
import flambeau.vision.io.ImageFiles;
import flambeau.vision.transforms.ToPILImage;
import flambeau.vision.transforms.ToTensor;

Path picture;
Path outdir;

Tensor example() throws IOException {
    return new ToTensor().apply(ImageFiles.read(picture)).unsqueeze(0);
}

void save(Tensor out, String name) throws IOException {
    ImageFiles.write(new ToPILImage().apply(out.detach().squeeze(0)), outdir.resolve(name));
}

void main(String... args) throws IOException {
    picture = Path.of(args[0]);
    outdir = Path.of(args[1]);
    manualSeed(0);
    int[][] rows = {{1, 2, 0, 2, 1}, {0, 1, 3, 1, 1}, {1, 2, 1, 0, 0}, {5, 2, 3, 1, 1}, {2, 1, 0, 1, 1}};
    var inputs = tensor(rows, dtype(FLOAT32));
    inputs = inputs.reshape(-1, 1, 5, 5);
    var maxPool = new MaxPool2d(3, ceilMode(true));
    print(maxPool);
    print(maxPool.apply(inputs));
    print(maxPool.parameters());
    var found = new MaxPool2d(2, stride(2)).applyWithIndices(inputs);
    print(found.values(), found.indices());
    print(new MaxUnpool2d(2, stride(2)).apply(found.values(), found.indices(), outputSize(inputs.size())));
    print(new AvgPool2d(3, ceilMode(true)).apply(inputs));
    var out = maxPool.apply(example());
    print(out.shape());
    save(out, "pool.png");
}
