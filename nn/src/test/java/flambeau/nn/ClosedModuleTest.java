package flambeau.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's class in a named module. */
class ClosedModuleTest {
    private static final String LENET = """
        package app;
        import flambeau.nn.Linear;
        public class LeNet extends flambeau.nn.Module {
            final Linear fc = new Linear(2, 3);
        }\
        """;

    private static Module inModule(String moduleInfo, Path dir) throws Exception {
        Files.createDirectories(dir.resolve("app"));
        var files = List.of(
                Files.writeString(dir.resolve("module-info.java"), moduleInfo),
                Files.writeString(dir.resolve("app/LeNet.java"), LENET));
        compile(files, dir.resolve("classes"));
        var boot = ModuleLayer.boot();
        var finder = ModuleFinder.of(dir.resolve("classes"));
        var configuration =
                Configuration.resolve(finder, List.of(boot.configuration()), ModuleFinder.of(), Set.of("app"));
        var loader = ClosedModuleTest.class.getClassLoader();
        var layer = ModuleLayer.defineModulesWithOneLoader(configuration, List.of(boot), loader);
        var app = layer.layer().findModule("app").orElseThrow();
        layer.addReads(app, loader.getUnnamedModule());
        return (Module)
                app.getClassLoader().loadClass("app.LeNet").getConstructor().newInstance();
    }

    private static void compile(List<Path> files, Path to) throws IOException {
        var javac = ToolProvider.getSystemJavaCompiler();
        try (var manager = javac.getStandardFileManager(null, null, null)) {
            var options = List.of(
                    "-d",
                    to.toString(),
                    "--add-reads",
                    "app=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"));
            var units = manager.getJavaFileObjectsFromPaths(files);
            assertTrue(javac.getTask(null, manager, null, options, null, units).call());
        }
    }

    @Test
    void aModuleThatIsNotOpenIsToldTheLineToAdd(@TempDir Path dir) throws Exception {
        var net = inModule("module app { exports app; }", dir);
        assertEquals(
                "LeNet: module app does not open its package: add 'opens app;' to module-info.java",
                assertThrows(IllegalStateException.class, net::parameters).getMessage());
    }

    @Test
    void aModuleThatIsOpenHasState(@TempDir Path dir) throws Exception {
        assertEquals(
                2,
                inModule("module app { exports app; opens app; }", dir)
                        .parameters()
                        .size());
    }
}
