package flambeau.nn;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Tells where in a network an exception arose: appends the path of the innermost module, as in {@code (in MyNet.conv1)}. */
final class Whereabouts {
    /** How far an exception has come: {@code path} leads from {@code module} to where it arose. */
    private record Place(Module module, String path, String message) {}

    private static final Map<Throwable, Place> PLACES = Collections.synchronizedMap(new WeakHashMap<>());

    private Whereabouts() {}

    /** {@code e} as it leaves {@code module}: the same type, stack trace and cause, with the path as seen from here. */
    static RuntimeException add(RuntimeException e, Module module) {
        var inner = PLACES.get(e);
        var path = inner == null ? "" : path(module, inner.module());
        if (path == null) return e; // called without being held: the inner name says more
        if (inner != null && !inner.path().isEmpty()) path += (path.isEmpty() ? "" : ".") + inner.path();
        var message = inner == null ? String.valueOf(e.getMessage()) : inner.message();
        var place = path.isEmpty() ? Repr.name(module) : Repr.name(module) + "." + path;
        var located = again(e, message + " (in " + place + ")");
        if (located == e) return e;
        located.setStackTrace(e.getStackTrace());
        if (e.getCause() != null) located.initCause(e.getCause());
        for (var suppressed : e.getSuppressed()) located.addSuppressed(suppressed);
        PLACES.put(located, new Place(module, path, message));
        return located;
    }

    private static @Nullable String path(Module from, Module to) {
        try {
            for (var entry : from.namedModules().entrySet()) if (entry.getValue() == to) return entry.getKey();
        } catch (IllegalStateException _) {
            // a neighbour that is wrong itself must not hide what happened here
        }
        return null;
    }

    /** An exception of the type of {@code e}; {@code e} itself if it is none of the types that arguments cause. */
    private static RuntimeException again(RuntimeException e, String message) {
        var type = e.getClass();
        if (type == IllegalArgumentException.class) return new IllegalArgumentException(message);
        if (type == IndexOutOfBoundsException.class) return new IndexOutOfBoundsException(message);
        if (type == IllegalStateException.class) return new IllegalStateException(message);
        if (type == UnsupportedOperationException.class) return new UnsupportedOperationException(message);
        if (type == NullPointerException.class) return new NullPointerException(message);
        if (type == ArithmeticException.class) return new ArithmeticException(message);
        return e;
    }
}
