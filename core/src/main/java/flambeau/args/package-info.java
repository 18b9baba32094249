/** Keyword options as values: the compiler refuses an option that the callee does not take. */
@NullMarked
package flambeau.args;

import org.jspecify.annotations.NullMarked;
