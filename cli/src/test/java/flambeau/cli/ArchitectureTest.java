package flambeau.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Imports go down only: the table below, checked on the compiled classes of all modules. */
class ArchitectureTest {
    /** What a package may import: the packages on its right, no others. A line names only packages of lines above it. */
    private static final Map<String, Set<String>> ALLOWED = read("""
        memory              :
        array               : memory
        kernel              : array memory
        kernel.reference    : kernel array memory
        kernel.runs         : kernel array memory
        kernel.tile         : kernel.runs kernel array memory
        kernel.vector       : kernel.runs kernel array memory
        onednn              : kernel array memory
        autograd            :
        args                : array
        tensor              : autograd args kernel array memory
        functional          : tensor autograd args array
        nn                  : functional tensor autograd args array
        nn.utils            : nn functional tensor autograd args array
        optim               : nn tensor autograd args array
        data                : tensor autograd args array
        io                  : nn tensor autograd args array
        vision.io           : io data tensor args array
        vision.transforms   : vision.io data tensor args array
        vision.datasets     : vision.transforms vision.io data tensor args array
        vision              : vision.io functional autograd tensor args array
        programs            : vision.transforms vision.io optim nn functional tensor autograd args array
        examples            : vision vision.datasets vision.transforms vision.io io data optim nn.utils nn functional tensor autograd args array
        bench               : vision.transforms vision.io io data autograd optim nn.utils nn functional tensor args array
        conformance         : vision io data optim nn.utils nn functional tensor autograd args array
        cli                 : examples bench conformance
        """);

    private static final Pattern IN_DESCRIPTOR = Pattern.compile("L(flambeau/[\\w/$]+)[;<]");

    private static List<ClassModel> classes;

    @BeforeAll
    static void readClasses() throws IOException {
        classes = new ArrayList<>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var path = Path.of(entry);
            if (path.endsWith("test-classes")) continue;
            if (Files.isDirectory(path)) {
                read(path);
            } else if (path.getFileName().toString().startsWith("flambeau")) {
                try (var jar = FileSystems.newFileSystem(path)) {
                    read(jar.getPath("/"));
                }
            }
        }
    }

    @Test
    void importsGoDownOnly() {
        assertEquals(
                List.of(),
                classes.stream().flatMap(c -> forbidden(c).stream()).sorted().toList());
    }

    @Test
    void classesOfEveryModuleAreRead() {
        var packages = new TreeSet<String>();
        for (var c : classes) packages.add(packageOf(c.thisClass().asInternalName()));
        assertTrue(packages.containsAll(Set.of("memory", "array", "kernel", "autograd", "cli")), packages::toString);
    }

    @Test
    void aForbiddenCallIsFound() {
        var upward = ClassDesc.of("flambeau.tensor.Tensor");
        var culprit = ClassFile.of()
                .parse(ClassFile.of()
                        .build(
                                ClassDesc.of("flambeau.memory.Culprit"),
                                c -> c.withMethodBody(
                                        "call",
                                        MethodTypeDesc.ofDescriptor("()V"),
                                        ClassFile.ACC_STATIC,
                                        code -> code.aconst_null()
                                                .checkcast(upward)
                                                .pop()
                                                .return_())));
        assertEquals(List.of("flambeau.memory.Culprit -> flambeau.tensor.Tensor"), forbidden(culprit));
    }

    @Test
    void aForbiddenTypeInAFieldIsFound() {
        var upward = ClassDesc.of("flambeau.nn.Module$Hook");
        var culprit = ClassFile.of()
                .parse(ClassFile.of()
                        .build(
                                ClassDesc.of("flambeau.functional.Culprit"),
                                c -> c.withField("hook", upward.arrayType(), ClassFile.ACC_PRIVATE)));
        assertEquals(List.of("flambeau.functional.Culprit -> flambeau.nn.Module$Hook"), forbidden(culprit));
    }

    @Test
    void aPackageMissingFromTheTableIsFound() {
        var culprit = ClassFile.of().parse(ClassFile.of().build(ClassDesc.of("flambeau.util.Culprit"), _ -> {}));
        assertEquals(List.of("flambeau.util.Culprit: package util is not in the table"), forbidden(culprit));
    }

    /** Every edge from class {@code c} that the table does not allow, as {@code class -> class}. */
    private static List<String> forbidden(ClassModel c) {
        var name = c.thisClass().asInternalName();
        var allowed = ALLOWED.get(packageOf(name));
        if (allowed == null) return List.of(dotted(name) + ": package " + packageOf(name) + " is not in the table");
        return references(c).stream()
                .filter(to -> !packageOf(to).equals(packageOf(name)) && !allowed.contains(packageOf(to)))
                .map(to -> dotted(name) + " -> " + dotted(to))
                .toList();
    }

    /** All classes of Flambeau that the constant pool names, be it in code, descriptors, generics or annotations. */
    private static Set<String> references(ClassModel c) {
        var found = new TreeSet<String>();
        for (var entry : c.constantPool()) {
            if (entry instanceof ClassEntry type && type.asInternalName().startsWith("flambeau/")) {
                found.add(type.asInternalName());
            } else if (entry instanceof Utf8Entry text) {
                IN_DESCRIPTOR.matcher(text.stringValue()).results().forEach(m -> found.add(m.group(1)));
            }
        }
        return found;
    }

    private static void read(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            files.filter(f -> f.toString().endsWith(".class") && !f.endsWith("module-info.class"))
                    .forEach(f -> {
                        try {
                            classes.add(ClassFile.of().parse(Files.readAllBytes(f)));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    }

    /** The package of a class, without the leading {@code flambeau.}; programs are what has none. */
    private static String packageOf(String internalName) {
        int end = internalName.lastIndexOf('/');
        return end < 0 ? "programs" : dotted(internalName.substring(0, end)).replaceFirst("^flambeau\\.", "");
    }

    private static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }

    private static Map<String, Set<String>> read(String table) {
        var edges = new HashMap<String, Set<String>>();
        table.lines().forEach(line -> {
            var sides = line.split(":", 2);
            var below = new TreeSet<>(List.of(sides[1].trim().split(" +")));
            below.remove("");
            assertTrue(edges.keySet().containsAll(below), () -> "goes up: " + line);
            edges.put(sides[0].trim(), below);
        });
        return edges;
    }
}
