/** What kernels see: a storage with an element type and a layout. No gradient is known here. */
@NullMarked
package flambeau.array;

import org.jspecify.annotations.NullMarked;
