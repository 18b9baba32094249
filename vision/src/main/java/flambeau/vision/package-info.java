/** Pictures of many images: torchvision's {@code utils}. */
@NullMarked
package flambeau.vision;

import org.jspecify.annotations.NullMarked;
