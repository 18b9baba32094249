package flambeau.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The blocks of code of a page in Markdown. */
final class Page {
    /** The folder of the whole house. */
    static final Path HOUSE = Path.of(Files.isDirectory(Path.of("docs")) ? "" : "..");

    private static final Pattern FENCE = Pattern.compile("```(\\w*)\n(.*?)```", Pattern.DOTALL);

    /**
     * A block.
     *
     * @param language the word behind its first quotes
     * @param code all lines
     */
    record Fence(String language, String code) {
        boolean is(String other) {
            return language.equals(other);
        }
    }

    /**
     * Java, and what it prints.
     *
     * @param java all lines
     * @param printed empty if the page shows nothing
     */
    record Step(String java, String printed) {}

    private Page() {}

    static List<Fence> fences(String text) {
        return FENCE.matcher(text)
                .results()
                .map(m -> new Fence(m.group(1), m.group(2)))
                .toList();
    }

    /** The blocks of Java, each with the block of text that follows, if one does before the next Java. */
    static List<Step> steps(String text) {
        var steps = new ArrayList<Step>();
        for (var fence : fences(text)) {
            if (fence.is("java")) steps.add(new Step(fence.code(), ""));
            else if (fence.is("text")
                    && !steps.isEmpty()
                    && steps.getLast().printed().isEmpty())
                steps.add(new Step(steps.removeLast().java(), fence.code()));
        }
        return steps;
    }

    static String read(String file) throws IOException {
        return Files.readString(HOUSE.resolve(file));
    }
}
