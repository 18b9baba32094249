package flambeau.nn;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compiler knows which options a layer or a function takes. */
class OptionsTest {
    private static final String PROGRAM = """
        import flambeau.args.*;
        import flambeau.nn.*;
        import flambeau.tensor.*;
        import static flambeau.args.Args.*;
        import static flambeau.args.AutoPadding.*;
        import static flambeau.args.Reduction.*;
        import static flambeau.functional.F.*;
        class Program {
            static class Own extends Layer implements Stride.Taker {
                final Stride stride;
                @SafeVarargs Own(Arg<? super Own>... args) { stride = given(args, stride(1)); }
                protected Tensor forward(Tensor x) { return maxPool2d(x, 3, stride); }
            }
            static class Wider extends Conv2d {
                Wider() { super(1, 2, 3, stride(2)); }
            }
            static void run(Tensor x, Tensor w, Tensor b, flambeau.nn.ModuleList<Linear> list) {
                new Own(stride(2));
                new Conv2d(3, 6, 5, stride(2), padding(SAME), bias(false));
                new Conv2d(3, 6, kernel(5, 3));
                new BatchNorm2d(3, momentum(null), eps(1e-3));
                conv2d(x, w, stride(2));
                conv2d(x, w, b, stride(2), padding(1, 2));
                crossEntropy(x, b, reduction(SUM), weight(w));
                list.get(0).apply(x);
                new Own(padding(1)); // no
                new Linear(3, 4, stride(2)); // no
                new Dropout(bias(false)); // no
                new Conv2d(3, 6, 5, reduction(SUM)); // no
                conv2d(x, w, bias(false)); // no
                maxPool2d(x, 2, groups(2)); // no
                mseLoss(x, b, labelSmoothing(0.1)); // no
                crossEntropy(x, b, reduction("sum")); // no
                list.apply(x); // no
            }
        }
        """;

    @TempDir
    Path output;

    @Test
    void anOptionThatIsNotTakenDoesNotCompile() {
        var file = new SimpleJavaFileObject(URI.create("string:///Program.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return PROGRAM;
            }
        };
        var options = List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", output.toString());
        var found = new DiagnosticCollector<JavaFileObject>();
        ToolProvider.getSystemJavaCompiler()
                .getTask(new StringWriter(), null, found, options, null, List.of(file))
                .call();
        var refused = found.getDiagnostics().stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .map(d -> PROGRAM.split("\n")[(int) d.getLineNumber() - 1].strip())
                .collect(toSet());
        var wrong = PROGRAM.lines().filter(l -> l.endsWith("// no")).map(String::strip);
        assertEquals(wrong.collect(toSet()), refused);
    }
}
