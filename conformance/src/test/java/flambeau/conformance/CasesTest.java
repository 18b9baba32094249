package flambeau.conformance;

import static flambeau.args.Args.dtype;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.DType;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasesTest {
    @TempDir
    private Path path;

    private Folder folder;

    @BeforeEach
    void write() {
        folder = new Folder(path)
                .with("x", tensor(1.0, 2.0))
                .with("y", tensor(2.0, 4.0))
                .with("dy", tensor(1.0, 10.0))
                .with("dx", tensor(2.0, 20.0))
                .with("wide", tensor(new double[] {2, 4}, dtype(DType.FLOAT64)))
                .with("long", tensor(new double[] {2, 4, 6}));
    }

    private String outcome(String api, String fields) throws IOException {
        return folder.with("a", "tensor", api, fields).outcome();
    }

    private static String twice(String rest) {
        return "'inputs': {'input': {'tensor': 'x'}, 'other': 2}, " + rest;
    }

    @Test
    void aRightCasePasses() throws IOException {
        var rest = "'expected': {'tensor': 'y'}, 'grad_outputs': {'tensor': 'dy'}, 'grad_inputs': {'input': {'tensor':"
                + " 'dx'}}";
        assertEquals("ok", outcome("torch.mul", twice(rest)));
    }

    @Test
    void aWrongValueFails() throws IOException {
        var why = outcome("torch.mul", twice("'expected': {'tensor': 'dx'}"));
        assertEquals("result: at [1] expected 20.0, got 4.0 (1 of 2 differ)", why);
    }

    @Test
    void theLastDigitOfAnInt64Counts() throws IOException {
        folder.with("big", tensor(1L << 62, 0)).with("bigger", tensor((1L << 62) + 1, 0));
        var why = outcome("torch.clone", "'inputs': {'input': {'tensor': 'big'}}, 'expected': {'tensor': 'bigger'}");
        assertEquals("result: differs in the last digits of its int64 numbers", why);
    }

    @Test
    void aWrongDtypeFails() throws IOException {
        var why = outcome("torch.mul", twice("'expected': {'tensor': 'wide'}"));
        assertEquals("result: expected dtype torch.float64, got torch.float32", why);
    }

    @Test
    void aWrongShapeFails() throws IOException {
        var why = outcome("torch.mul", twice("'expected': {'tensor': 'long'}"));
        assertEquals("result: expected shape [3], got [2]", why);
    }

    @Test
    void aWrongGradientFails() throws IOException {
        var rest = "'expected': {'tensor': 'y'}, 'grad_outputs': {'tensor': 'dy'}, 'grad_inputs': {'input': {'tensor':"
                + " 'y'}}";
        assertTrue(outcome("torch.mul", twice(rest)).startsWith("gradient of input: at [1] expected 4.0"));
    }

    @Test
    void aGradientThatShouldNotBeFails() throws IOException {
        var rest = "'expected': {'tensor': 'y'}, 'grad_outputs': {'tensor': 'dy'}, 'grad_inputs': {'input': null}";
        assertEquals("gradient of input: expected no gradient, got one", outcome("torch.mul", twice(rest)));
    }

    @Test
    void anUnknownFunctionIsNamed() throws IOException {
        var why = outcome("torch.no_such_thing", twice("'expected': {'tensor': 'y'}"));
        assertEquals("no method: Tensor.noSuchThing or Tensors.noSuchThing", why);
    }

    @Test
    void anUnknownParameterIsNamed() throws IOException {
        var why = outcome("torch.mul", twice("'expected': null").replace("'other'", "'alpha': 1, 'other'"));
        assertEquals("no parameter: alpha", why);
    }

    @Test
    void anUnknownParameterFailsEvenAtItsDefault() throws IOException {
        var fields = "'inputs': {'input': {'tensor': 'x'}, 'sorted': true}, 'expected': null";
        assertEquals("no parameter: sorted", outcome("torch.exp", fields));
    }

    @Test
    void aTypeThatNoOverloadTakesIsNamed() throws IOException {
        var why = outcome("torch.mul", "'inputs': {'input': {'tensor': 'x'}, 'other': 'two'}, 'expected': null");
        assertEquals("no overload: torch.mul(input: float32 [2], other: \"two\")", why);
    }

    @Test
    void aRefusedCallPasses() throws IOException {
        var fields = "'inputs': {'input': {'tensor': 'x'}, 'other': {'tensor': 'long'}}, 'raises': true, 'error': {}";
        assertEquals("ok", outcome("torch.mul", fields));
    }

    @Test
    void aCallThatTheCompilerRefusesPasses() throws IOException {
        var fields = "'inputs': {'input': {'tensor': 'x'}, 'other': 'two'}, 'raises': true, 'error': {}";
        assertEquals("ok", outcome("torch.mul", fields));
    }

    @Test
    void aCallThatIsNotRefusedFails() throws IOException {
        var why = outcome("torch.mul", twice("'raises': true, 'error': {'message': 'no'}"));
        assertEquals("was not refused; PyTorch: no", why);
    }

    @Test
    void aRefusalForWantOfTheFunctionFails() throws IOException {
        var why = outcome("torch.no_such_thing", twice("'raises': true, 'error': {}"));
        assertTrue(why.startsWith("no method"), why);
    }

    @Test
    void anInputThatChangesUnsaidFails() throws IOException {
        var fields = "'inputs': {'self': {'tensor': 'x'}, 'other': 2}, 'expected': {'tensor': 'y'}";
        assertEquals("self: was changed", outcome("Tensor.mul_", fields));
    }

    @Test
    void anInputThatDoesNotChangeAsSaidFails() throws IOException {
        var rest = "'expected': {'tensor': 'y'}, 'inputs_after': {'input': {'tensor': 'y'}}";
        assertTrue(outcome("torch.mul", twice(rest)).startsWith("input after the call: at [0] expected 2.0"));
    }

    @Test
    void anErrorDoesNotStopTheRun() throws IOException {
        folder.with("a", "no kind", "torch.mul", "'x': 1").with("b", "tensor", "torch.mul", "'x': 1");
        assertEquals(1, folder.run());
        assertTrue(folder.out.toString().contains("0 passed, 2 failed"));
    }

    @Test
    void signsOfColumnsMayDifferWhereTheyAreNotUnique() throws IOException {
        folder.with("m", tensor(new double[][] {{1, -2}, {3, -4}})).with("n", tensor(new double[][] {{1, 2}, {3, 4}}));
        var fields = "'inputs': {'input': {'tensor': 'm'}}, 'expected': {'tensor': 'n'}";
        assertTrue(outcome("torch.clone", fields).contains("(2 of 4 differ)"));
        var other = new Folder(path).with("m", tensor(new double[][] {{1, -2}, {3, -4}}));
        other.with("n", tensor(new double[][] {{1, 2}, {3, 4}}));
        assertEquals(
                "ok",
                other.with("a", "tensor", "torch.clone", fields + ", 'nonunique': true")
                        .outcome());
    }
}
