package flambeau.onednn;

import java.util.List;
import java.util.Locale;

/**
 * What oneDNN's native libraries are called on an operating system and processor.
 *
 * @param name the name in the native jar, as {@code linux-x86_64}
 * @param openMp the library of the OpenMP run time: a file of the jar, or a library of the system
 * @param bundled whether the jar holds the OpenMP run time
 * @param dnnl the file that holds oneDNN
 */
record Platform(String name, String openMp, boolean bundled, String dnnl) {
    /** The platform of this JVM; whether there is a native jar for it is another question. */
    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String osName, String osArch) {
        var os = osName.toLowerCase(Locale.ROOT);
        var arch = switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64", "x64" -> "x86_64";
            case "aarch64", "arm64" -> "arm64";
            case String other -> other;
        };
        if (os.startsWith("windows")) return new Platform("windows-" + arch, "vcomp140", false, "dnnl.dll");
        if (os.startsWith("mac")) {
            var openMp = arch.equals("arm64") ? "libomp.dylib" : "libiomp5.dylib";
            return new Platform("macosx-" + arch, openMp, true, "libdnnl.3.dylib");
        }
        return new Platform("linux-" + arch, "libgomp.so.1", true, "libdnnl.so.3");
    }

    /** The files of the jar, in the order in which they are to be loaded. */
    List<String> files() {
        return bundled ? List.of(openMp, dnnl) : List.of(dnnl);
    }

    /** The folder of the files in the jar. */
    String folder() {
        return "org/bytedeco/dnnl/" + name + "/";
    }
}
