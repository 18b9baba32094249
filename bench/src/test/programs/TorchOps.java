/** Speaks as bench/peers/ops_torch.py does: every evaluation takes a second. */
final class TorchOps {
    private TorchOps() {}

    static void main() {
        IO.println("of this test");
        for (var line = IO.readln(); line != null; line = IO.readln())
            IO.println(line.endsWith("x.relu()") ? "- no such thing" : "1.0");
    }
}
