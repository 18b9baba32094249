package flambeau.memory;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Collections of the young generation on demand. The JDK has no call for one, so that the young generation is filled with
 * garbage until the collector comes: where it is small, as the launcher makes it, in a twentieth of {@code System.gc()}'s time.
 */
final class Nursery {
    private static final int PIECE = 32 << 10;
    private static final int MOST = 8 << 20; // bytes of garbage; where these do not suffice System.gc() is cheaper
    private static final int PAUSE = 64; // collections to do without, after one that did not come

    @SuppressWarnings("unused") // written only, so that the allocations are not removed
    private static volatile byte @Nullable [] garbage;

    private int pause;

    /** Has the young generation collected, unless that takes too long; says whether it was. */
    boolean collect() {
        if (pause > 0) {
            pause--;
            return false;
        }
        var marker = new WeakReference<>(new Object());
        for (int filled = 0; filled < MOST && !marker.refersTo(null); filled += PIECE) garbage = new byte[PIECE];
        garbage = null;
        if (marker.refersTo(null)) return true;
        pause = PAUSE;
        return false;
    }
}
