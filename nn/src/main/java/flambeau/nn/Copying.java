package flambeau.nn;

import static flambeau.args.Args.persistent;
import static flambeau.args.Args.requiresGrad;

import flambeau.autograd.GradMode;
import flambeau.tensor.Tensor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies a module and all that it refers to: fields are copied one by one, no constructor runs. What is met twice, a shared
 * parameter or a module that is held in two places, has one copy.
 */
final class Copying {
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return fields(type);
        }
    };

    private final Map<Object, Object> copies = new IdentityHashMap<>();
    private final Map<Module, Module> modules = new IdentityHashMap<>();

    private Copying() {}

    static Module copy(Module module) {
        try (var _ = GradMode.set(false)) {
            var copying = new Copying();
            var copy = copying.module(module);
            copying.modules.forEach(copying::turnInwards);
            return copy;
        }
    }

    /** All fields of a class and those above it that refer to something. */
    private static List<Field> fields(Class<?> type) {
        var all = new ArrayList<Field>();
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass())
            for (var field : at.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) continue;
                StateFields.open(at, field);
                all.add(field);
            }
        return all;
    }

    private Module module(Module module) {
        var known = modules.get(module);
        if (known != null) return known;
        var copy = module.shallowCopy();
        modules.put(module, copy);
        copies.put(module, copy);
        for (var field : FIELDS.get(module.getClass())) {
            var held = StateFields.read(field, module);
            if (held == null || field.isSynthetic()) continue;
            var own = of(held);
            if (own != null) write(field, copy, own);
            else if (!Modifier.isTransient(field.getModifiers())) throw refusal(module, field, held);
        }
        return copy;
    }

    private static IllegalStateException refusal(Module module, Field field, Object held) {
        var why = held instanceof Tensor x && !x.isLeaf()
                ? "is a tensor with a history, which has no copy of its own; detach it"
                : "holds a %s, which cannot be copied; make that a module, a record, immutable or Cloneable"
                        .formatted(held.getClass().getSimpleName());
        return new IllegalStateException("deepCopy: field %s of %s %s, or the field transient to share it"
                .formatted(field.getName(), Repr.name(module), why));
    }

    /** The copy of {@code value}, itself if it never changes, or null if it cannot be copied. */
    @Nullable
    Object of(Object value) {
        if (value instanceof Module m) return module(m);
        var known = copies.get(value);
        if (known != null) return known;
        var copy = switch (value) {
            case Tensor x -> tensor(x);
            case Entries<?> e -> e.copy(this);
            case LayerHooks h -> h.copy();
            case StateHooks h -> h.copy();
            default -> Copies.of(value, this);
        };
        if (copy != null) copies.put(value, copy);
        return copy;
    }

    /** PyTorch's rule: a parameter's gradient is not copied, that of another tensor is. */
    private static @Nullable Tensor tensor(Tensor x) {
        if (x instanceof Parameter && !x.isLeaf())
            return new Parameter(x.detach().clone()); // computed at each call
        if (!x.isLeaf()) return null;
        var awaited = Lazy.awaited(x);
        if (awaited != null) return uninitialized(x, awaited);
        var data = x.detach().clone();
        if (x instanceof Parameter) return new Parameter(data, requiresGrad(x.requiresGrad()));
        var copy = x instanceof Buffer b ? new Buffer(data, persistent(b.isPersistent())) : data;
        if (x.requiresGrad()) copy.requiresGrad_(true);
        var dx = x.grad();
        if (dx != null) copy.setGrad(dx.detach().clone());
        return copy;
    }

    private static Tensor uninitialized(Tensor x, int[] awaited) {
        var copy = x instanceof Buffer b
                ? Buffer.uninitialized(awaited, persistent(b.isPersistent()))
                : Parameter.uninitialized(awaited);
        copy.setData(x.detach().clone()); // of its dtype
        return copy.requiresGrad_(x.requiresGrad());
    }

    /** Lets an inner class's reference to its surroundings, if these were copied too, lead to the copy. */
    private void turnInwards(Module module, Module copy) {
        for (var field : FIELDS.get(module.getClass())) {
            var held = field.isSynthetic() ? StateFields.read(field, module) : null;
            var own = held == null ? null : copies.get(held);
            if (own != null) write(field, copy, own);
        }
    }

    private static void write(Field field, Module module, Object value) {
        try {
            field.set(module, value);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e); // it was made accessible
        }
    }
}
