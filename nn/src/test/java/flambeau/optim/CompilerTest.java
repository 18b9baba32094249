package flambeau.optim;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compiler knows which options an optimiser takes. */
class CompilerTest {
    private static final String PROGRAM = """
        import flambeau.optim.*;
        import flambeau.tensor.*;
        import java.util.List;
        import static flambeau.args.Args.*;
        import static flambeau.optim.ParamGroups.*;
        class Program {
            static void run(List<Tensor> params, List<Tensor> biases, List<Tensor> weights) {
                new SGD(params, lr(1e-2), momentum(0.9));
                new SGD(groups(group(biases), group(weights, lr(1e-2))), lr(1e-5));
                new SGD(groups(group(biases, momentum(0.5), lr(1)), group(weights, lr(1e-2))));
                new Adam(group(weights, betas(0.8, 0.9)), decoupledWeightDecay(true));
                new Adam(params).zeroGrad(setToNone(false));
                new SGD(params, betas(0.9, 0.999)); // no
                new SGD(group(params, betas(0.9, 0.999))); // no
                new SGD(groups(group(biases), group(weights, betas(0.9, 0.999))), lr(1e-5)); // no
                new AdamW(params, decoupledWeightDecay(true)); // no
                new Adam(params, momentum(0.9)); // no
                new Adam(params).zeroGrad(lr(1)); // no
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
                .map(d -> PROGRAM.split("\n")[(int) d.getLineNumber() - 1].strip())
                .collect(toSet());
        assertEquals(
                PROGRAM.lines()
                        .filter(l -> l.endsWith("// no"))
                        .map(String::strip)
                        .collect(toSet()),
                refused);
        assertEquals(6, refused.size());
    }
}
