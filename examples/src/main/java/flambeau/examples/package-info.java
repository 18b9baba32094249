/** Programs to read and to run: {@link flambeau.examples.MnistCommand} is {@code ./flambeau mnist}. */
@NullMarked
package flambeau.examples;

import org.jspecify.annotations.NullMarked;
