/**
 * Runs recorded PyTorch cases against Flambeau.
 *
 * <p>A case names a function, a module or an optimiser by PyTorch's name and gives arguments by PyTorch's parameter names. What
 * that is in Java follows from rules, by reflection, so that a new operation needs no line here:
 *
 * <ul>
 *   <li>{@code Names}: {@code torch.clamp_min} is {@code x.clampMin(..)} or {@code Tensors.clampMin(..)}; {@code names.tsv} says
 *       which classes a prefix means, and has a line for each name that the rule does not give.
 *   <li>{@code Candidate}: an argument binds to the Java parameter of its name, else to the keyword option of its name if the
 *       method takes it, else in order to a parameter that is not one of PyTorch's others. {@code Conversion} makes of a value
 *       what the parameter takes. {@code Call} takes the overload that fits best.
 *   <li>What PyTorch has and Java lacks fails the case: "no method: ..", "no parameter: ..". An argument None that is the
 *       default may be left out, and {@code device}, {@code layout}, {@code pin_memory}, {@code memory_format} and {@code
 *       non_blocking} are, as they change no result.
 *   <li>A call that must be refused passes if it throws an exception of the kinds that Flambeau throws on purpose, or if Java's
 *       compiler refuses it: method and parameters are there, but no overload takes these types.
 * </ul>
 *
 * <p>Each kind of case is a class: {@code FunctionCases}, {@code ModuleCases} and so on. The repository carries the recorded
 * cases in {@code cases.zip}, and in {@code passing.tsv} how many of them pass; both are written by the command.
 */
package flambeau.conformance;
