package flambeau.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The compiler knows which options an optimiser takes. */
class CompilerTest {
    @TempDir
    Path output;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true  | new SGD(params, lr(1e-2), momentum(0.9))",
                "true  | new SGD(groups(group(biases), group(weights, lr(1e-2))), lr(1e-5))",
                "true  | new SGD(groups(group(biases, momentum(0.5), lr(1)), group(weights, lr(1e-2))))",
                "true  | new Adam(group(weights, betas(0.8, 0.9)), decoupledWeightDecay(true))",
                "false | new SGD(params, betas(0.9, 0.999))",
                "false | new SGD(group(params, betas(0.9, 0.999)))",
                "false | new SGD(groups(group(biases), group(weights, betas(0.9, 0.999))), lr(1e-5))",
                "false | new AdamW(params, decoupledWeightDecay(true))",
                "false | new Adam(params, momentum(0.9))",
                "false | new Adam(params).zeroGrad(lr(1))",
            })
    void anOptionThatIsNotTakenDoesNotCompile(boolean compiles, String expression) {
        var source = """
            import flambeau.optim.*;
            import flambeau.tensor.*;
            import java.util.List;
            import static flambeau.args.Args.*;
            import static flambeau.optim.ParamGroups.*;
            class Program {
                void run(List<Tensor> params, List<Tensor> biases, List<Tensor> weights) { %s; }
            }
            """.formatted(expression);
        var file = new SimpleJavaFileObject(URI.create("string:///Program.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        var found = new DiagnosticCollector<JavaFileObject>();
        var options = List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", output.toString());
        var task = ToolProvider.getSystemJavaCompiler()
                .getTask(new StringWriter(), null, found, options, null, List.of(file));
        assertEquals(compiles, task.call(), () -> found.getDiagnostics().toString());
    }
}
