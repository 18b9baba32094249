/** Image data sets. */
@NullMarked
package flambeau.vision.datasets;

import org.jspecify.annotations.NullMarked;
