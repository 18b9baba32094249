/**
 * Plain loops that take every call: the definition of truth, by which all other kernels are tested.
 *
 * <p>Floating numbers are computed in double and rounded once, at the end; integers in long. Nothing here is made faster at the
 * cost of a line, and nothing is deleted when a faster kernel exists.
 */
@NullMarked
package flambeau.kernel.reference;

import org.jspecify.annotations.NullMarked;
