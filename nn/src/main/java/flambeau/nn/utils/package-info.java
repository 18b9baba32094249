/** Functions around modules: weights that are computed from others, clipping, sequences of several lengths. */
@NullMarked
package flambeau.nn.utils;

import org.jspecify.annotations.NullMarked;
