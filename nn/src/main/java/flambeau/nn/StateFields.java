package flambeau.nn;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a class that may hold state, found once by reflection, those of superclasses first. */
final class StateFields {
    private static final ClassValue<StateFields> OF = new ClassValue<>() {
        @Override
        protected StateFields computeValue(Class<?> type) {
            return new StateFields(type);
        }
    };

    private final Map<String, Field> byName = new LinkedHashMap<>();
    private final List<Field> captured = new ArrayList<>(); // variables around a local class
    private final List<Field> silent = new ArrayList<>(); // transient

    private StateFields(Class<?> type) {
        var parent = type.getSuperclass();
        if (parent != Module.class) {
            var inherited = of(parent);
            byName.putAll(inherited.byName);
            captured.addAll(inherited.captured);
            silent.addAll(inherited.silent);
        }
        for (var field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) || !StateCheck.mayMatter(field)) continue;
            open(type, field);
            if (field.isSynthetic()) captured.add(field);
            else if (Modifier.isTransient(field.getModifiers())) silent.add(field);
            else add(type, field);
        }
    }

    static StateFields of(Class<?> type) {
        return OF.get(type);
    }

    private void add(Class<?> type, Field field) {
        var name = snakeCase(field.getName());
        var other = byName.put(name, field);
        if (other != null)
            throw new IllegalStateException("%s: fields %s.%s and %s.%s have one name in the state, \"%s\"; rename one"
                    .formatted(
                            type.getSimpleName(),
                            other.getDeclaringClass().getSimpleName(),
                            other.getName(),
                            type.getSimpleName(),
                            field.getName(),
                            name));
    }

    static void open(Class<?> type, Field field) {
        if (field.trySetAccessible()) return;
        var reader = Module.class.getModule();
        throw new IllegalStateException("%s: module %s does not open its package: add 'opens %s%s;' to module-info.java"
                .formatted(
                        type.getSimpleName(),
                        type.getModule().getName(),
                        type.getPackageName(),
                        reader.isNamed() ? " to " + reader.getName() : ""));
    }

    /** PyTorch's name of a field: {@code runningMean} becomes {@code running_mean}; a name that begins with a capital stays. */
    static String snakeCase(String name) {
        if (!Character.isLowerCase(name.charAt(name.length() > 1 && name.charAt(0) == '_' ? 1 : 0))) return name;
        var text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean begins = Character.isUpperCase(c)
                    && (!Character.isUpperCase(name.charAt(i - 1))
                            || i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1)));
            if (begins && name.charAt(i - 1) != '_') text.append('_');
            text.append(Character.toLowerCase(c));
        }
        return text.toString();
    }

    /** Adds what the fields of {@code module} hold; null stands for a field that is empty. */
    void collect(Module module, Map<String, @Nullable Object> into) {
        byName.forEach((name, field) -> {
            var value = read(field, module);
            if (StateCheck.isMember(value) || value == null && StateCheck.isMember(field.getType()))
                into.put(name, value);
        });
    }

    /** Refuses what {@code module} holds in a way that it would not be found. */
    void check(Module module) {
        byName.values().forEach(field -> StateCheck.check(module, field, read(field, module)));
        for (var variable : captured) {
            var value = read(variable, module);
            boolean kept = Stream.concat(byName.values().stream(), silent.stream())
                    .anyMatch(field -> read(field, module) == value);
            if (!kept) StateCheck.checkCaptured(module, variable, value);
        }
    }

    /** Assigns the field called {@code name} if it is null and takes {@code value}; whether it did. */
    boolean fill(Module module, String name, Object value) {
        var field = byName.get(name);
        if (field == null || read(field, module) != null || field.getType() != value.getClass()) return false;
        try {
            field.set(module, value);
            return true;
        } catch (IllegalAccessException e) {
            throw new AssertionError(e); // it was made accessible
        }
    }

    /** Assigns the field called {@code name}. */
    void set(Module module, String name, Module value) {
        var field = byName.get(name);
        if (field == null)
            throw new IllegalArgumentException("setSubmodule: no field is called \"%s\"".formatted(name));
        if (Modifier.isFinal(field.getModifiers()))
            throw new IllegalArgumentException("setSubmodule: field %s of %s is final and cannot be assigned"
                    .formatted(field.getName(), Repr.name(module)));
        if (!field.getType().isInstance(value))
            throw new IllegalArgumentException("setSubmodule: field %s of %s is a %s and cannot hold a %s"
                    .formatted(
                            field.getName(), Repr.name(module),
                            field.getType().getSimpleName(), Repr.name(value)));
        try {
            field.set(module, value);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e); // it was made accessible
        }
    }

    static @Nullable Object read(Field field, Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e); // it was made accessible
        }
    }
}
