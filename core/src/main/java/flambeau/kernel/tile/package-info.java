/**
 * Kernels on heap tiles: a stretch of memory is copied to a {@code float[]} in the first-level cache, a plain loop works on it, and
 * the result is copied back. C2 vectorises loops over arrays, and does not vectorise loops over memory segments (JDK 25), so that
 * the detour is three to six times faster. A tile costs 5 ns to fill, so that small tensors are fast, too.
 *
 * <p>The loops are written for C2: one array with offsets rather than several arrays, no branches, and no moves between float and
 * int registers, which it does not vectorise; bits change their type by being copied between tiles.
 */
@NullMarked
package flambeau.kernel.tile;

import org.jspecify.annotations.NullMarked;
