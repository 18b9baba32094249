package flambeau.onednn;

import static flambeau.onednn.Dnnl.POINTER;

import java.lang.invoke.MethodHandle;
import java.util.ArrayDeque;

/** The native objects that belong to one primitive; run by the cleaner, once nobody can use them any more. */
final class Handles implements Runnable {
    /** How a kind of object is destroyed. */
    enum Kind {
        PRIMITIVE("dnnl_primitive_destroy"),
        PRIMITIVE_DESC("dnnl_primitive_desc_destroy"),
        MEMORY_DESC("dnnl_memory_desc_destroy"),
        MEMORY("dnnl_memory_destroy"),
        ATTRIBUTES("dnnl_primitive_attr_destroy"),
        STREAM("dnnl_stream_destroy");

        private final MethodHandle destroy;

        Kind(String function) {
            destroy = Dnnl.function(function, POINTER);
        }
    }

    private record Owned(Kind kind, long handle) {}

    private final ArrayDeque<Owned> owned = new ArrayDeque<>();

    /** Takes a handle over. */
    synchronized void own(Kind kind, long handle) {
        owned.push(new Owned(kind, handle));
    }

    /** Destroys everything, the latest first. */
    @Override
    public synchronized void run() {
        for (var object = owned.poll(); object != null; object = owned.poll()) {
            Dnnl.call(object.kind.destroy, object.handle);
        }
    }
}
