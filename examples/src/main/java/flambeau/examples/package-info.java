/**
 * Programs to read and to run: {@link flambeau.examples.MnistCommand} is {@code ./flambeau mnist}, {@link
 * flambeau.examples.ChapterCommand} {@code ./flambeau chapter}.
 */
@NullMarked
package flambeau.examples;

import org.jspecify.annotations.NullMarked;
