/** oneDNN through the JDK's foreign function interface. */
@NullMarked
package flambeau.onednn;

import org.jspecify.annotations.NullMarked;
