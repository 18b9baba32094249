package flambeau.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The snippets in the Javadoc of functions and layers are code that compiles, with the imports that users write. */
class SnippetsTest {
    private static final Pattern SNIPPET =
            Pattern.compile("\\{@snippet :\\R(.*?)^ *\\* \\}$(?!\\R *\\* \\})", Pattern.DOTALL | Pattern.MULTILINE);

    private static final String HEAD = """
        import flambeau.args.Arg;
        import flambeau.args.BagMode;
        import flambeau.args.Betas;
        import flambeau.args.CyclicMode;
        import flambeau.args.LineSearch;
        import flambeau.args.Lr;
        import flambeau.args.PaddingMode;
        import flambeau.array.*;
        import flambeau.nn.*;
        import flambeau.io.*;
        import flambeau.nn.utils.*;
        import flambeau.optim.*;
        import flambeau.tensor.*;
        import java.nio.file.Path;
        import java.util.List;
        import static flambeau.args.Args.*;
        import static flambeau.args.AutoPadding.*;
        import static flambeau.args.FanMode.*;
        import static flambeau.args.Nonlinearity.*;
        import static flambeau.args.PaddingMode.*;
        import static flambeau.args.Reduction.*;
        import static flambeau.functional.F.*;
        import static flambeau.optim.ParamGroups.*;
        import static flambeau.tensor.Tensors.*;

        class Snippets {
            static Tensor x, y, w, b, target, scores, labels, input, input1, input2, var, logProbs, targets;
            static Tensor inputLengths, targetLengths;
            static Linear layer, model, net;
            static Optimizer optimizer;
            static List<Parameter> biases, weights, matrices;
            static Tensor loss;
            static flambeau.data.DataLoader<flambeau.data.Sample> loader;
            static AveragedModel<Linear> averaged;
            static Conv2d conv1;
        """;

    /** The code of all snippets in a file, each as a method. */
    private static String methods(Path file, int number) {
        try {
            var text = new StringBuilder();
            var found = SNIPPET.matcher(Files.readString(file));
            for (int i = 0; found.find(); i++) {
                var code = found.group(1).replaceAll("(?m)^ *\\* ?", "");
                text.append("void snippet%d_%d() throws Exception { // %s\n%s}\n"
                        .formatted(number, i, file.getFileName(), code));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"functional", "nn", "nn/utils", "optim"})
    void compile(String name, @TempDir Path dir) throws IOException {
        var text = new StringBuilder(HEAD);
        try (var files = Files.list(Path.of("src/main/java/flambeau", name))) {
            var sorted = files.filter(Files::isRegularFile).sorted().toList();
            for (int i = 0; i < sorted.size(); i++) text.append(methods(sorted.get(i), i));
        }
        assertFalse(text.length() == HEAD.length(), "there are snippets");
        var file = Files.writeString(dir.resolve("Snippets.java"), text.append("}\n"));
        var javac = ToolProvider.getSystemJavaCompiler();
        var complaints = new DiagnosticCollector<JavaFileObject>();
        try (var manager = javac.getStandardFileManager(null, null, null)) {
            var options = List.of("-d", dir.toString(), "-cp", System.getProperty("java.class.path"));
            javac.getTask(null, manager, complaints, options, null, manager.getJavaFileObjects(file))
                    .call();
        }
        var said = new ArrayList<String>();
        for (var complaint : complaints.getDiagnostics()) said.add(complaint.toString());
        assertEquals(List.of(), said);
    }
}
