package flambeau.conformance;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code flambeau conformance}: runs recorded cases of PyTorch and tells which of them Flambeau passes. */
@Command(
        name = "conformance",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs recorded cases of PyTorch and tells which of them Flambeau passes.",
        footer = {"", "Exit status: 0; 1 if a case fails; 2 if an option or the folder is wrong."})
public final class ConformanceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "folder of cases (default: the packaged ones)")
    private @Nullable Path folder;

    @Option(names = "--kind", split = ",", paramLabel = "KIND", description = "just these kinds, as tensor or rng")
    private List<String> kinds = List.of();

    @Option(names = "--only", paramLabel = "GLOB", description = "just APIs whose names match, as 'torch.cum*'")
    private @Nullable String only;

    @Option(names = "--dtype", paramLabel = "DTYPE", description = "just cases of this dtype, as float64")
    private @Nullable String dtype;

    @Option(names = "--report", paramLabel = "FILE", description = "write a line for each case: ok, or why it fails")
    private @Nullable Path reportFile;

    @Option(
            names = "--pack",
            hidden = true,
            paramLabel = "FILE",
            description = "write DIR as the file that the repository carries, and run nothing")
    private @Nullable Path pack;

    @Option(
            names = "--counts",
            hidden = true,
            paramLabel = "FILE",
            description = "write a line for each family: its cases, and how many pass")
    private @Nullable Path counts;

    @Option(
            names = "--names",
            paramLabel = "FILE",
            description = "write the table of PyTorch's names and Flambeau's, and run nothing")
    private @Nullable Path names;

    /** The command. */
    public ConformanceCommand() {}

    @Override
    public Integer call() {
        try {
            if (names != null) Files.writeString(names, NameTable.text());
            if (pack != null && folder != null) Packed.pack(folder, pack);
            return names == null && pack == null ? run(source()) : 0;
        } catch (IOException e) {
            var why = e instanceof FileSystemException ? "cannot read or write " + e.getMessage() : e.getMessage();
            spec.commandLine().getErr().println(spec.qualifiedName() + ": " + why);
            return 2;
        }
    }

    private int run(Source source) throws IOException {
        var report = new Report();
        var families = source.families();
        if (families.isEmpty()) throw new IOException("no cases in " + folder);
        if (reportFile != null) report.write(reportFile); // rather now than after the run, if it cannot be written
        for (var family : families)
            for (var c : source.read(family).cases()) if (isWanted(c)) report.add(family, c, Cases.run(c));
        if (report.lines().isEmpty()) throw refused("no case is like that");
        if (reportFile != null) report.write(reportFile);
        if (counts != null) Files.write(counts, report.counts());
        report.print(spec.commandLine().getOut());
        return report.failed() > 0 ? 1 : 0;
    }

    private Source source() throws IOException {
        if (folder == null) return new Packed();
        if (!Files.isDirectory(folder)) throw refused("no such folder: " + folder);
        return Source.of(folder);
    }

    private boolean isWanted(Case c) {
        return (kinds.isEmpty() || kinds.contains(c.kind()))
                && (only == null || glob(only).matcher(c.api()).matches())
                && (dtype == null || c.dtype().word().equals(dtype));
    }

    private static Pattern glob(String text) {
        return Pattern.compile(text.chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining()));
    }

    private ParameterException refused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
