package flambeau.tensor;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.RandomSource;
import flambeau.array.DType;
import flambeau.array.Device;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/**
 * A source of random numbers: the Mersenne twister MT19937 with PyTorch's recipes, so that a seed draws what it draws there.
 * Not for use by several threads at once without agreement on who draws when; each call is atomic.
 */
public final class Generator implements RandomSource {
    private static final int N = 624;
    private static final int M = 397;
    private static final int STATE_BYTES = 5056; // of PyTorch's structure, padding included
    private static final Generator DEFAULT = new Generator();

    private final int[] state = new int[N];
    private int next;
    private int left; // draws until the state is renewed, plus 1
    private long seed;
    private double normal; // the second of a pair, kept for the next call
    private boolean hasNormal;

    /** A generator with the seed 67280421310721, PyTorch's default. */
    public Generator() {
        manualSeed(67280421310721L);
    }

    /** The generator of operations that are given none. */
    public static Generator getDefault() {
        return DEFAULT;
    }

    /** The generator among {@code args}, or the default one. */
    static Generator of(Arg<?>[] args) {
        var given = Args.given(args, RandomSource.class);
        return given == null ? DEFAULT : (Generator) given;
    }

    /** Starts anew from a seed, of which the low 32 bits count. */
    public synchronized Generator manualSeed(long value) {
        seed = value;
        state[0] = (int) value;
        for (int i = 1; i < N; i++) state[i] = 1812433253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
        next = 0;
        left = 1;
        normal = 0;
        hasNormal = false;
        return this;
    }

    /** Starts anew from a seed that nobody knows, and returns it. */
    public long seed() {
        long fresh = new SecureRandom().nextLong();
        manualSeed(fresh);
        return fresh;
    }

    /** The seed that was given last. */
    public synchronized long initialSeed() {
        return seed;
    }

    /** A generator in the same state. */
    @Override
    public synchronized Generator clone() {
        var copy = new Generator();
        copy.setState(getState());
        return copy;
    }

    /** Where this generator draws: on the processor. */
    public Device device() {
        return Device.CPU;
    }

    /** The whole state, to be put back by {@link #setState}: a vector of uint8, byte for byte that of PyTorch. */
    public synchronized Tensor getState() {
        var bytes = ByteBuffer.allocate(STATE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(seed).putInt(left).putInt(1).putLong(next);
        for (int word : state) bytes.putLong(word & 0xffffffffL);
        bytes.putDouble(0).putDouble(normal).putDouble(0).putInt(hasNormal ? 1 : 0);
        return Tensors.tensor(bytes.array(), Args.dtype(DType.UINT8));
    }

    /**
     * Puts a state back, be it from here or from PyTorch.
     *
     * @param newState as {@link #getState} gives it
     * @throws IllegalArgumentException if it is something else
     */
    public synchronized void setState(Tensor newState) {
        Check.that(
                newState.dtype() == DType.UINT8 && newState.count() == STATE_BYTES,
                "setState: the state of a generator is uint8 [%d], got %s",
                STATE_BYTES,
                newState.describe());
        var bytes = ByteBuffer.wrap(newState.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        long newSeed = bytes.getLong();
        int newLeft = bytes.getInt(), seeded = bytes.getInt();
        long newNext = bytes.getLong();
        Check.that(
                seeded == 1 && newLeft > 0 && newNext >= 0 && newNext <= N && newLeft + newNext <= N + 1,
                "setState: this is not the state of a generator");
        seed = newSeed;
        left = newLeft;
        next = (int) newNext;
        for (int i = 0; i < N; i++) state[i] = (int) bytes.getLong();
        bytes.getDouble();
        normal = bytes.getDouble();
        bytes.getDouble();
        hasNormal = bytes.getInt() != 0;
    }

    /** 32 random bits. */
    synchronized int next32() {
        if (--left == 0) refill();
        int y = state[next++];
        y ^= y >>> 11;
        y ^= y << 7 & 0x9d2c5680;
        y ^= y << 15 & 0xefc60000;
        return y ^ y >>> 18;
    }

    /** The first {@code n} of {@code bits} become what so many calls of {@link #next32} return, at a tenth of their time. */
    synchronized void next32(int[] bits, int n) {
        for (int done = 0; done < n; ) {
            if (left == 1) {
                refill();
                left++;
            }
            int some = Math.min(left - 1, n - done);
            System.arraycopy(state, next, bits, done, some);
            next += some;
            left -= some;
            done += some;
        }
        temper(bits, n);
    }

    private static void temper(int[] bits, int n) {
        for (int i = 0; i < n; i++) {
            int y = bits[i];
            y ^= y >>> 11;
            y ^= y << 7 & 0x9d2c5680;
            y ^= y << 15 & 0xefc60000;
            bits[i] = y ^ y >>> 18;
        }
    }

    private void refill() {
        // two loops without a remainder, which C2 vectorises
        for (int i = 0; i < N - M; i++) state[i] = twisted(state[i + M], state[i], state[i + 1]);
        for (int i = N - M; i < N - 1; i++) state[i] = twisted(state[i + M - N], state[i], state[i + 1]);
        state[N - 1] = twisted(state[M - 1], state[N - 1], state[0]);
        next = 0;
        left = N;
    }

    private static int twisted(int far, int here, int beside) {
        int y = here & 0x80000000 | beside & 0x7fffffff;
        return far ^ y >>> 1 ^ -(y & 1) & 0x9908b0df;
    }

    /** 64 random bits, the first draw being the high half. */
    synchronized long next64() {
        long high = next32();
        return high << 32 | next32() & 0xffffffffL;
    }

    /** A whole number in [0, 2^63), as PyTorch draws the seed of a shuffle: {@code torch.empty((), dtype=int64).random_()}. */
    public long nextSeed() {
        return next64() & Long.MAX_VALUE;
    }

    /** 32 random bits as a number. */
    long unsigned32() {
        return next32() & 0xffffffffL;
    }

    /** A float32 uniform in [0, 1). */
    float uniform32() {
        return (next32() & 0xffffff) * 0x1p-24f;
    }

    /** A float64 uniform in [0, 1). */
    double uniform64() {
        return (next64() & (1L << 53) - 1) * 0x1p-53;
    }

    /** A standard normal number, by Box and Muller; the second of each pair is kept for the next call. */
    synchronized double normal64() {
        if (hasNormal) {
            hasNormal = false;
            double second = normal;
            normal = 0;
            return second;
        }
        double u1 = uniform64(), u2 = uniform64();
        double r = Math.sqrt(-2 * Math.log1p(-u2)), t = 2 * Math.PI * u1;
        normal = r * Math.sin(t);
        hasNormal = true;
        return r * Math.cos(t);
    }
}
