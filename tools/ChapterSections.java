import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cuts the sections out of the chapter's program, each as a program of its own: {@code java tools/ChapterSections.java CHAPTER
 * DIR}. A test compares them with those that are checked in.
 *
 * <p>The body of a section becomes {@code main}; the classes and methods that it needs come along, and the imports.
 */
final class ChapterSections {
    private static final Pattern TITLE = Pattern.compile(" {4}section\\(\"(\\S+) (.*)\"\\);\n");
    private static final Pattern NAME = Pattern.compile("(?m)^(?:class|\\w+) (\\w+)");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?[\\w.]+\\.(\\w+|\\*);$");

    private final String imports;
    private final Map<String, String> members = new LinkedHashMap<>(); // what the program declares, by name

    private ChapterSections(String chapter) {
        int start = chapter.indexOf("import "), end = chapter.indexOf("\n\n", chapter.lastIndexOf("\nimport "));
        imports = chapter.substring(start, end);
        for (var member : chapter.substring(end).split("\n(?=\\w)")) {
            var name = NAME.matcher(member);
            if (name.find()) members.put(name.group(1), member.strip() + "\n");
        }
    }

    static void main(String[] args) throws IOException {
        var chapter = new ChapterSections(Files.readString(Path.of(args[0])));
        for (var member : chapter.members.values()) {
            var title = TITLE.matcher(member);
            if (!title.find()) continue;
            var file = "Section" + title.group(1).replace('.', '_') + ".java";
            Files.writeString(Path.of(args[1], file), chapter.program(member, file, title.group(1), title.group(2)));
        }
    }

    private String program(String section, String file, String number, String title) {
        var body = TITLE.matcher(section.substring(section.indexOf('\n') + 1)).replaceFirst("");
        var needed = needed(body);
        boolean pictures = needed.contains("picture");
        var main = "void main(%s)%s {\n%s    manualSeed(0);\n%s"
                .formatted(
                        pictures ? "String... args" : "",
                        section.startsWith("throws IOException", section.indexOf(") ") + 2)
                                ? " throws IOException"
                                : "",
                        pictures ? "    picture = Path.of(args[0]);\n    outdir = Path.of(args[1]);\n" : "",
                        body);
        var parts = new ArrayList<String>();
        members.forEach((name, member) -> {
            if (needed.contains(name)) parts.add(member);
        });
        parts.add(main);
        var code = String.join("\n", parts).replace(";\n\nPath", ";\nPath");
        return "// Section %s of the chapter, %s.\n// usage: java %s%s     (needs Flambeau on the class path)\n\n%s\n\n%s"
                .formatted(number, title, file, pictures ? " PICTURE.png OUTDIR" : "", imports(code), code);
    }

    /** The members that {@code text} names, and those that they name in turn. */
    private Set<String> needed(String text) {
        var found = new LinkedHashSet<String>();
        var open = new ArrayList<>(List.of(text));
        while (!open.isEmpty()) {
            var code = open.removeLast();
            members.forEach((name, member) -> {
                boolean section = TITLE.matcher(member).find();
                boolean named = Pattern.compile("(?<![\\w.\"])" + name + "\\b")
                        .matcher(code)
                        .find();
                if (named && !section && found.add(name)) open.add(member);
            });
        }
        return found;
    }

    /** The imports of whole packages and classes, and of the single names that {@code code} has. */
    private String imports(String code) {
        var kept = new StringBuilder();
        for (var line : imports.split("\n")) {
            var name = IMPORT.matcher(line);
            boolean wanted = !name.matches()
                    || name.group(1).equals("*")
                    || Pattern.compile("\\b" + name.group(1) + "\\b")
                            .matcher(code)
                            .find();
            if (wanted) kept.append(line).append('\n');
        }
        return kept.toString().strip();
    }
}
