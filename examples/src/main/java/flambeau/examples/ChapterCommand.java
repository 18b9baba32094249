package flambeau.examples;

import flambeau.vision.io.ImageFiles;
import java.awt.image.ComponentColorModel;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code flambeau chapter}: runs the program {@code Chapter.java}, the twin of a tutorial chapter on torch.nn. */
@Command(
        name = "chapter",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        modelTransformer = ChapterCommand.Positional.class,
        description = "Runs the tutorial chapter on torch.nn: prints and draws what it does with PyTorch.",
        footer = {
            "",
            "Files written: conv_random.png, conv_kernel.png and pool.png (the picture after two convolutions, and"
                    + " pooled).",
            "Exit status: 0; 2 if an argument, the picture or the output folder is wrong."
        })
public final class ChapterCommand implements Callable<Integer> {
    private static final List<String> WRITTEN = List.of("conv_random.png", "conv_kernel.png", "pool.png");
    private static final int LEAST = 3; // pixels that the kernels, and reflected padding, ask for

    /** A seed may be negative, and looks like an option then. */
    static final class Positional implements IModelTransformer {
        @Override
        public CommandSpec transform(CommandSpec command) {
            command.parser().unmatchedOptionsArePositionalParams(true);
            return command;
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PICTURE", description = "an 8-bit grey picture")
    private Path picture;

    @Parameters(index = "1", paramLabel = "OUTDIR", description = "folder for the pictures that are written")
    private Path out;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "SEED",
            defaultValue = "0",
            description = "seed of each section's random numbers (${DEFAULT-VALUE})")
    private long seed;

    /** The command. */
    public ChapterCommand() {}

    @Override
    public Integer call() throws ReflectiveOperationException {
        try {
            checkPicture();
            try (var _ = new OutputFolder(out, WRITTEN)) { // refuses what cannot be written before anything is printed
                run(picture.toString(), out.toString(), Long.toString(seed));
            }
            return 0;
        } catch (IOException e) {
            spec.commandLine().getErr().println(spec.qualifiedName() + ": " + e.getMessage());
            return 2;
        }
    }

    private void checkPicture() throws IOException {
        var image = ImageFiles.read(picture);
        boolean grey = image.getColorModel() instanceof ComponentColorModel model && model.getPixelSize() == 8;
        if (!grey)
            throw new IOException("%s: must be an 8-bit grey picture, has %d bits a pixel in %d channels"
                    .formatted(
                            picture,
                            image.getColorModel().getPixelSize(),
                            image.getColorModel().getNumComponents()));
        if (image.getWidth() < LEAST || image.getHeight() < LEAST)
            throw new IOException("%s: must be at least %d x %d pixels, is %d x %d"
                    .formatted(picture, LEAST, LEAST, image.getWidth(), image.getHeight()));
    }

    /** The program has no package, so that nothing can import it: it is what a reader runs by itself. */
    private static void run(String... args) throws IOException, ReflectiveOperationException {
        var program = Class.forName("Chapter");
        var make = program.getDeclaredConstructor();
        var main = program.getDeclaredMethod("main", String[].class);
        make.setAccessible(true);
        main.setAccessible(true);
        try {
            main.invoke(make.newInstance(), (Object) args);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IOException failure) throw failure;
            throw e;
        }
    }
}
