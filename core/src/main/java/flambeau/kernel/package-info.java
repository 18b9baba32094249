/**
 * What is computed with arrays: one interface a family, and {@link flambeau.kernel.Kernels}, which asks the providers of a
 * family in turn.
 *
 * <p>A kernel takes arrays and an output array whose shapes and dtypes were validated, knows no gradient, throws nothing and
 * allocates nothing but scratch. The package {@code reference} holds plain loops that take every call and are the truth by
 * which the others are tested; {@code tile} works on heap tiles that the compiler vectorises by itself; {@code vector} uses
 * the module jdk.incubator.vector where the JVM was started with it.
 */
@NullMarked
package flambeau.kernel;

import org.jspecify.annotations.NullMarked;
