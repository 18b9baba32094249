package flambeau.memory;

/** Makes storages that nobody holds, and prints the most bytes that were held for them: a program of its own. */
final class YoungDeaths {
    private YoungDeaths() {}

    static void main() {
        for (int i = 0; i < 500; i++) Pool.GLOBAL.allocate(4 << 20);
        System.out.println(Pool.GLOBAL.usage().peak());
    }
}
