/**
 * The measurements behind every claim of speed: workloads with the names and the timing rule of PyTorch's program {@code
 * bench/peers/bench_torch.py}, and runs that alternate with it.
 */
@NullMarked
package flambeau.bench;

import org.jspecify.annotations.NullMarked;
