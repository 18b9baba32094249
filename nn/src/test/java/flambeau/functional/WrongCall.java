package flambeau.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/**
 * A call that must be refused.
 *
 * @param call the call
 * @param type what it throws
 * @param message what that says: the operation, the rule, the values
 */
public record WrongCall(Executable call, Class<? extends RuntimeException> type, String message) {
    /** An argument that makes no sense. */
    public static final Class<IllegalArgumentException> ARGUMENT = IllegalArgumentException.class;

    /** An index that is out of bounds. */
    public static final Class<IndexOutOfBoundsException> INDEX = IndexOutOfBoundsException.class;

    /** A call that comes at the wrong time. */
    public static final Class<IllegalStateException> STATE = IllegalStateException.class;

    /** A row of the table. */
    public static WrongCall wrong(Executable call, Class<? extends RuntimeException> type, String message) {
        return new WrongCall(call, type, message);
    }

    /** Makes the call. */
    public void assertRefused() {
        var e = assertThrows(type, call);
        assertEquals(type, e.getClass());
        assertEquals(message, e.getMessage());
    }

    @Override
    public String toString() {
        return message;
    }
}
