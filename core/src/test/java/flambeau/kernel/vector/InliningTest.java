package flambeau.kernel.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The methods that vector loops are made of call none of our methods (decisions/0016). */
class InliningTest {
    @Test
    void partsOfLoopsCallNoParts() throws Exception {
        var parts = classes().stream().flatMap(each -> each.methods().stream()).filter(InliningTest::isPart);
        var calling = parts.toList();
        assertTrue(calling.size() > 20, "parts found: " + calling.size());
        assertEquals(List.of(), calling.stream().flatMap(InliningTest::calls).toList());
    }

    /** Whether vectors go in or out. */
    private static boolean isPart(MethodModel method) {
        return method.methodType().stringValue().contains("jdk/incubator/vector/");
    }

    private static Stream<String> calls(MethodModel method) {
        return method.code().stream()
                .flatMap(CodeModel::elementStream)
                .filter(InvokeInstruction.class::isInstance)
                .map(InvokeInstruction.class::cast)
                .filter(call -> call.owner().asInternalName().startsWith("flambeau/"))
                .map(call -> name(method) + " calls " + call.owner().asInternalName() + "." + call.name());
    }

    private static String name(MethodModel method) {
        return method.parent().orElseThrow().thisClass().asInternalName() + "." + method.methodName();
    }

    private static List<ClassModel> classes() throws Exception {
        var folder = Path.of(Objects.requireNonNull(Lane.class.getResource("Lane.class"))
                        .toURI())
                .getParent();
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(InliningTest::parse)
                    .toList();
        }
    }

    private static ClassModel parse(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
