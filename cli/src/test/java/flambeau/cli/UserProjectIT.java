package flambeau.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user does first: the pom of docs/setup.md with its one dependency, and one file. */
@Tag("slow")
class UserProjectIT {
    private static final String VERSION = System.getProperty("version");
    private static final String JDK = System.getProperty("java.home");
    private static final Path TREE = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    static Path project;

    /** What Maven resolves the one dependency to. */
    private static String jars;

    @BeforeAll
    static void resolveTheOneDependency() throws Exception {
        var pom = Page.fences(Page.read("docs/setup.md")).stream()
                .filter(f -> f.is("xml"))
                .findFirst()
                .orElseThrow();
        Files.writeString(project.resolve("pom.xml"), pom.code());
        // The user's local repository holds Flambeau; all else comes from what this build has downloaded: no network.
        var local = project.resolve("repository");
        for (var module : Map.of(
                        ".", "flambeau-parent",
                        "all", "flambeau",
                        "core", "flambeau-core",
                        "onednn", "flambeau-onednn",
                        "nn", "flambeau-nn",
                        "vision", "flambeau-vision")
                .entrySet()) publish(module.getKey(), module.getValue(), local);
        Files.writeString(project.resolve("settings.xml"), """
            <settings><mirrors><mirror>
              <id>downloaded</id><mirrorOf>*</mirrorOf><url>%s</url>
            </mirror></mirrors></settings>
            """.formatted(
                        Path.of(System.getProperty("localRepository")).toUri()));
        var list = project.resolve("jars");
        run(
                System.getProperty("mavenHome") + "/bin/mvn" + (File.separatorChar == '\\' ? ".cmd" : ""),
                "-q",
                "-B",
                "-s",
                "settings.xml",
                "-Dmaven.repo.local=" + local,
                "org.apache.maven.plugins:maven-dependency-plugin:" + System.getProperty("dependencyPlugin")
                        + ":build-classpath",
                "-Dmdep.outputFile=" + list);
        jars = Files.readString(list).trim();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--add-modules=jdk.incubator.vector"})
    void runsOnTheClassPath(String flag) throws Exception {
        var classes = compile("--class-path", jars);
        assertEquals(
                expected(flag), java(flag, "--class-path", classes + File.pathSeparator + jars, "app.UserProgram"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--add-modules=jdk.incubator.vector"})
    void runsAsANamedModule(String flag) throws Exception {
        Files.writeString(source("module-info.java"), "module app { requires flambeau; opens app to flambeau.nn; }");
        var classes = compile("--module-path", jars);
        assertEquals(
                expected(flag),
                java(flag, "--module-path", classes + File.pathSeparator + jars, "--module", "app/app.UserProgram"));
    }

    /** What the program prints last: it learns, by the providers that this JVM and this platform allow. */
    private static String expected(String flag) {
        return "learns true vector %b onednn %b".formatted(!flag.isEmpty(), jars.contains("dnnl"));
    }

    private static void publish(String module, String artifact, Path repository) throws IOException {
        var to = Files.createDirectories(repository.resolve("dev/flambeau", artifact, VERSION));
        var name = artifact + "-" + VERSION;
        Files.copy(TREE.resolve(module, "pom.xml"), to.resolve(name + ".pom"));
        var jar = TREE.resolve(module, "target", name + ".jar");
        if (Files.exists(jar)) Files.copy(jar, to.resolve(name + ".jar"));
    }

    private static Path source(String name) throws IOException {
        return Files.createDirectories(project.resolve("src/app")).resolveSibling(name);
    }

    private static Path compile(String pathOption, String path) throws Exception {
        var program = source("app/UserProgram.java");
        try (var text = UserProjectIT.class.getResourceAsStream("/UserProgram.java")) {
            Files.write(program, text.readAllBytes());
        }
        var classes = Files.createTempDirectory(project, "classes");
        var command = new ArrayList<>(List.of(
                JDK + "/bin/javac",
                "-Xlint:all",
                "-Werror",
                "-d",
                classes.toString(),
                pathOption,
                path,
                program.toString()));
        if (pathOption.equals("--module-path"))
            command.add(source("module-info.java").toString());
        run(command.toArray(String[]::new));
        return classes;
    }

    /** Runs java and returns the last line it prints. */
    private static String java(String flag, String... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(JDK + "/bin/java");
        if (!flag.isEmpty()) command.add(flag);
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new)).lines().reduce("", (_, last) -> last);
    }

    private static String run(String... command) throws Exception {
        var errors = Files.createTempFile(project, "err", "");
        var builder = new ProcessBuilder(command).directory(project.toFile()).redirectError(errors.toFile());
        builder.environment().put("JAVA_HOME", JDK);
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes());
        int status = process.waitFor();
        assertEquals(0, status, () -> String.join(" ", command) + "\n" + printed + read(errors));
        return printed;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
