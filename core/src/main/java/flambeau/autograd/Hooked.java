package flambeau.autograd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hooks of nodes in a backward pass: they run outside of it, see gradients that they may keep, and may replace them. */
record Hooked<V extends Variable<V>>(Pass<V> pass) {
    /** The gradient {@code dy} of {@code node} as its hooks leave it, which the pass holds in place of {@code dy}. */
    V gradient(Node<V> node, V dy) {
        if (node.hooks == null) return dy;
        var hooks = node.hooks.now();
        if (hooks.isEmpty()) return dy;
        var shown = pass.keep(dy);
        for (var hook : hooks) {
            V replaced;
            try (var _ = pass.outside()) {
                replaced = hook.apply(shown);
            }
            if (replaced == null) continue;
            var fitted = node.form().fit(replaced, () -> "hook");
            pass.hold(fitted);
            pass.drop(dy);
            dy = fitted;
            shown = fitted;
        }
        return dy;
    }

    /** The gradients of the results of {@code node} as its hooks leave them before it is evaluated. */
    List<@Nullable V> before(Node<V> node, List<@Nullable V> given) {
        var hooks = node.hooksBefore();
        if (hooks.isEmpty()) return given;
        List<@Nullable V> dys = lent(given);
        for (var hook : hooks) {
            List<@Nullable V> found;
            try (var _ = pass.outside()) {
                found = hook.apply(dys);
            }
            if (found == null) continue;
            checkCount(node, "registerPrehook", found.size(), given.size());
            var fitted = new ArrayList<@Nullable V>();
            for (int i = 0; i < found.size(); i++) {
                var dy = found.get(i);
                fitted.add(dy == null ? null : form(node, i).fit(dy, () -> "hook"));
                var held = fitted.get(i);
                if (held != null) pass.hold(held);
            }
            dys = fitted;
        }
        return dys;
    }

    private Form<V> form(Node<V> node, int nr) {
        return node.forms().isEmpty() ? node.form() : node.forms().get(nr);
    }

    /** The gradients {@code found} of the inputs of {@code node} as its hooks leave them; {@code dys} are those of its results. */
    List<@Nullable V> after(Node<V> node, List<@Nullable V> found, List<@Nullable V> dys) {
        List<@Nullable V> all = lent(found);
        for (var hook : node.hooksAfter()) {
            List<@Nullable V> replaced, outputs = lent(dys);
            try (var _ = pass.outside()) {
                replaced = hook.apply(all, outputs);
            }
            if (replaced == null) continue;
            checkCount(node, "registerHook", replaced.size(), found.size());
            all = replaced;
        }
        return all;
    }

    /** What code outside the pass may see. */
    List<@Nullable V> lent(List<@Nullable V> all) {
        var seen = new ArrayList<@Nullable V>(all.size());
        for (var each : all) seen.add(each == null ? null : pass.lend(each));
        return Collections.<@Nullable V>unmodifiableList(seen);
    }

    static void checkCount(Node<?> node, String by, int count, int expected) {
        if (count != expected)
            throw new IllegalArgumentException(
                    "%s: %s must give %d gradients, gave %d".formatted(node.name(), by, expected, count));
    }
}
