/**
 * Image files and Java's images.
 *
 * <p>An image is a tensor uint8 {@code [c, h, w]} with values from 0 to 255. Its channels are grey; grey and alpha; red, green
 * and blue; or red, green, blue and alpha.
 */
@NullMarked
package flambeau.vision.io;

import org.jspecify.annotations.NullMarked;
