package flambeau.args;

import static flambeau.args.Args.dim;
import static flambeau.args.Args.generator;
import static flambeau.args.Args.given;
import static flambeau.args.Args.keepdim;
import static flambeau.args.Args.mode;
import static flambeau.args.Args.ord;
import static flambeau.args.Args.padding;
import static flambeau.args.Args.reduction;
import static flambeau.args.Args.stride;
import static flambeau.args.Args.upper;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.tensor.Generator;
import flambeau.tensor.Tensors;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgsTest {
    @TempDir
    private Path classes;

    @Test
    void anOptionIsFoundByItsKind() {
        Arg<?>[] args = {stride(2), padding(1, 3)};
        assertArrayEquals(new int[] {2}, given(args, stride(1)).sizes());
        assertArrayEquals(new int[] {1, 3}, given(args, padding(0)).sizes());
        assertEquals(false, given(args, keepdim(false)).value());
        assertEquals(Reduction.MEAN, given(args, reduction(Reduction.MEAN)));
        assertNull(given(args, Dim.class));
    }

    @Test
    void anOptionThatIsGivenTwiceIsRefused() {
        Arg<?>[] args = {stride(2), padding(0), stride(2)};
        var thrown = assertThrows(IllegalArgumentException.class, () -> given(args, stride(1)));
        assertEquals("stride: given twice", thrown.getMessage());
        var sum = assertThrows(
                IllegalArgumentException.class, () -> Tensors.ones(2).sum(dim(0), keepdim(true), dim(0)));
        assertEquals("dim: given twice", sum.getMessage());
    }

    @Test
    void anOptionIsNamedByItsKeyword() {
        assertEquals("mode: given twice", twice(mode(QRMode.R)));
        assertEquals("generator: given twice", twice(generator(new Generator()), RandomSource.class));
        assertEquals("upper: given twice", twice(upper(0.5)));
        assertEquals("ord or p: given twice", twice(ord(MatrixNorm.NUC)));
    }

    private static String twice(Arg<?> option) {
        return twice(option, option.getClass());
    }

    private static String twice(Arg<?> option, Class<?> kind) {
        Arg<?>[] args = {option, option};
        return Objects.requireNonNull(assertThrows(IllegalArgumentException.class, () -> given(args, kind))
                .getMessage());
    }

    @Test
    @SuppressWarnings("NullAway")
    void nullIsNoOption() {
        var thrown = assertThrows(
                IllegalArgumentException.class, () -> Tensors.ones(2).sum(dim(0), null));
        assertEquals("an option must not be null", thrown.getMessage());
    }

    @Test
    void optionsThatAreTakenCompile() {
        assertEquals("", errors("x.sum(dim(1), keepdim(true), dtype(FLOAT64));"));
        assertEquals("", errors("Tensors.randn(Tensors.shape(2), requiresGrad(true), generator(new Generator()));"));
        assertEquals("", errors("x.backward(retainGraph(true), createGraph(false));"));
        assertEquals("", errors("var of = new Mine(stride(2), padding(1));"));
    }

    @Test
    void anOptionThatIsNotTakenDoesNotCompile() {
        assertRefused("x.sum(stride(2));");
        assertRefused("x.sum(dim(1), stride(2));");
        assertRefused("x.amax(dtype(FLOAT64));");
        assertRefused("x.max(0, dim(1));");
        assertRefused("x.var(dim(1), dtype(FLOAT64));");
        assertRefused("x.softmax(0, keepdim(true));");
        assertRefused("Tensors.zeros(Tensors.shape(2), generator(new Generator()));");
        assertRefused("x.backward(keepdim(true));");
        assertRefused("x.normal_(0, 1, dtype(FLOAT64));");
        assertRefused("var of = new Mine(stride(2), bias(false));");
        assertRefused("var of = new Mine(2);");
    }

    private void assertRefused(String statement) {
        assertTrue(errors(statement).contains("compiler.err"), statement);
    }

    /** The codes of the compiler's errors. */
    private String errors(String statement) {
        var source = """
            import static flambeau.args.Args.*;
            import static flambeau.array.DType.*;
            import flambeau.args.*;
            import flambeau.tensor.*;
            class Mine implements Stride.Taker, Padding.Taker {
                @SafeVarargs Mine(Arg<? super Mine>... args) {}
                static void use(Tensor x) {
                    %s
                }
            }
            """.formatted(statement);
        var file = new SimpleJavaFileObject(URI.create("string:///Mine.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        var found = new DiagnosticCollector<JavaFileObject>();
        var options = List.of("-cp", place(), "-d", classes.toString(), "-proc:none");
        ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, found, options, null, List.of(file))
                .call();
        return found.getDiagnostics().stream()
                .filter(d -> d.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                .map(d -> d.getCode() + " " + d.getMessage(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }

    private static String place() {
        try {
            return Path.of(Args.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (java.net.URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
