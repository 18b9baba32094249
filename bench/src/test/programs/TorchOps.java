/** Speaks as bench/peers/ops_torch.py does: every evaluation takes a second. */
void main() {
    IO.println("of this test");
    for (var line = IO.readln(); line != null; line = IO.readln())
        IO.println(line.endsWith("x.relu()") ? "- no such thing" : "1.0");
}
