package flambeau.onednn;

/** The program that {@link NativesTest} starts in JVMs of its own: says what has become of the native libraries. */
final class Probe {
    private Probe() {}

    public static void main(String[] args) {
        boolean done = new DnnlProvider()
                .gemm()
                .matmul(Data.random(1, 40, 40), Data.random(2, 40, 40), null, Data.unwritten(40, 40));
        System.out.println(
                switch (Dnnl.NATIVES) {
                    case Natives.Loaded _ -> "oneDNN " + Dnnl.version() + ", computes: " + done;
                    case Natives.Missing missing -> missing.why() + ", computes: " + done;
                });
    }
}
