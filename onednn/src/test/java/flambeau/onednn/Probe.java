package flambeau.onednn;

/** The program that {@link NativesTest} starts in JVMs of its own: says what has become of the native libraries. */
final class Probe {
    private Probe() {}

    public static void main(String[] args) {
        System.out.println(
                switch (Dnnl.NATIVES) {
                    case Natives.Loaded _ ->
                        "oneDNN " + Dnnl.version() + ", families " + (new DnnlProvider().gemm() != null);
                    case Natives.Missing missing -> missing.why() + ", families " + (new DnnlProvider().gemm() != null);
                });
    }
}
