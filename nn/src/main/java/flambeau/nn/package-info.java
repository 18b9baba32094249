/**
 * Modules: state that is found in fields, and layers, containers and losses built on it.
 *
 * <p>A {@link flambeau.nn.Module} has parameters, buffers and children. They are its fields of type {@link
 * flambeau.nn.Parameter}, {@link flambeau.nn.Buffer} and {@code Module}, in the order of their declaration, those of a
 * superclass first; nothing is registered. Their names in a state dict are PyTorch's: {@code runningMean} is {@code
 * running_mean}, {@code conv1} is {@code conv1}, and a name that begins with a capital stays as it is. Static and transient
 * fields are no state, null is no member, and a field that is assigned anew counts with its new value.
 *
 * <p>A {@link flambeau.nn.Layer} is a module from one tensor to one tensor. Its author writes {@code forward}; its caller
 * calls {@code apply}, which runs the hooks around {@code forward} and tells where in a network an error arose. A {@link
 * flambeau.nn.Loss} does the same for an input and a target. A module of other inputs extends {@code Module}, writes an
 * {@code apply} of its own types, and has its body run by {@code Module.call}.
 *
 * <p>A layer is one small file: fields, which for options are the keyword records themselves, a constructor with every
 * default on the line that reads it, a {@code forward} that calls {@link flambeau.functional.F}, and {@code extraRepr}.
 */
@NullMarked
package flambeau.nn;

import org.jspecify.annotations.NullMarked;
