// Section 2.1.2 of the chapter, convolution on a picture.
// usage: java Section2_1_2.java PICTURE.png OUTDIR     (needs Flambeau on the class path)

import static flambeau.args.Args.*;
import static flambeau.array.DType.FLOAT32;
import static flambeau.functional.F.*;
import static flambeau.tensor.Python.*;
import static flambeau.tensor.Tensors.*;

import flambeau.args.PaddingMode;
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
    var example = example();
    print("Input Size:", example.size());
    var conv = new Conv2d(1, 1, 3, stride(1), padding(0), bias(false));
    print(conv);
    print(conv.weight);
    var out = conv.apply(example);
    print("Output Size:", out.size());
    save(out, "conv_random.png");
    var kernel = tensor(new float[][] {{1, 0, -1}, {1, 0, -1}, {1, 0, -1}}, dtype(FLOAT32));
    conv = new Conv2d(1, 1, kernel(3, 3), stride(1), padding(0), bias(false));
    conv.weight.setData(kernel.view(1, 1, 3, 3));
    out = conv.apply(example);
    print("Output Size:", out.size());
    save(out, "conv_kernel.png");
    for (var mode : List.of(PaddingMode.ZEROS, PaddingMode.REFLECT, PaddingMode.REPLICATE, PaddingMode.CIRCULAR)) {
        var same = new Conv2d(1, 2, 3, stride(2), padding(2), dilation(2), bias(true), paddingMode(mode));
        print(same, tuple(same.apply(example).shape()), fixed(same.apply(example).mean().item(), 5));
    }
}
