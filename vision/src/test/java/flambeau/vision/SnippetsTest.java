package flambeau.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets in the Javadoc are code that compiles, with the imports that users write. */
class SnippetsTest {
    private static final Pattern SNIPPET =
            Pattern.compile("\\{@snippet :\\R(.*?)^ *\\* \\}$(?!\\R *\\* \\})", Pattern.DOTALL | Pattern.MULTILINE);

    private static final String HEAD = """
        import flambeau.data.*;
        import flambeau.tensor.*;
        import flambeau.vision.*;
        import flambeau.vision.datasets.*;
        import flambeau.vision.io.*;
        import flambeau.vision.transforms.*;
        import java.awt.image.BufferedImage;
        import java.io.File;
        import java.nio.file.Path;
        import java.util.List;
        import javax.imageio.ImageIO;
        import static flambeau.args.Args.*;
        import static flambeau.tensor.Tensors.*;
        import static flambeau.vision.Images.*;

        class Snippets {
            static File file;
            static Tensor digits;
        """;

    @Test
    void compile(@TempDir Path dir) throws Exception {
        var text = new StringBuilder(HEAD);
        int number = 0;
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                for (var found = SNIPPET.matcher(Files.readString(file)); found.find(); number++) {
                    var code = found.group(1).replaceAll("(?m)^ *\\* ?", "");
                    text.append("void snippet%d() throws Exception { // %s\n%s}\n"
                            .formatted(number, file.getFileName(), code));
                }
            }
        }
        assertTrue(number >= 8, "there are snippets");
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
