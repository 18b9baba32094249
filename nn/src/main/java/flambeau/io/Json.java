package flambeau.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of JSON that headers of tensor files have: objects, arrays, strings and whole numbers. Strict: no key twice,
 * no nesting deeper than a header's, nothing behind the value.
 */
final class Json {
    private static final int DEEPEST = 8;

    /** What is wrong with a text, and where. */
    static final class SyntaxException extends Exception {
        private static final long serialVersionUID = 1;

        SyntaxException(String what, int at) {
            super("%s at character %d".formatted(what, at), null, false, false);
        }
    }

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** A {@code Map<String, Object>}, {@code List<Object>}, String or Long. */
    static Object parse(String text) throws SyntaxException {
        var json = new Json(text);
        var value = json.value(0);
        if (json.peek() != 0 || json.at < text.length()) throw json.unexpected();
        return value;
    }

    private Object value(int depth) throws SyntaxException {
        if (depth > DEEPEST) throw new SyntaxException("nested too deeply", at);
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> throw unexpected();
        };
    }

    private Map<String, Object> object(int depth) throws SyntaxException {
        var object = new LinkedHashMap<String, Object>();
        take('{');
        if (skip('}')) return object;
        do {
            int start = at;
            if (peek() != '"') throw unexpected();
            var key = string();
            take(':');
            if (object.put(key, value(depth + 1)) != null)
                throw new SyntaxException("key " + quote(key) + " twice", start);
        } while (skip(','));
        take('}');
        return object;
    }

    private List<Object> array(int depth) throws SyntaxException {
        var array = new ArrayList<Object>();
        take('[');
        if (skip(']')) return array;
        do array.add(value(depth + 1));
        while (skip(','));
        take(']');
        return array;
    }

    private Long number() throws SyntaxException {
        int start = at;
        if (text.charAt(at) == '-') at++;
        while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0 && text.charAt(at) < 128) at++;
        var digits = text.substring(start, at);
        if (digits.matches("-?0\\d+|-")) throw new SyntaxException("no number", start);
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException _) {
            throw new SyntaxException("number too large", start);
        }
    }

    private String string() throws SyntaxException {
        var value = new StringBuilder();
        take('"');
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return checked(value);
            }
            if (c < ' ') throw new SyntaxException("control character in a string", at);
            value.append(c == '\\' ? escaped() : c);
        }
        throw new SyntaxException("string without end", at);
    }

    private char escaped() throws SyntaxException {
        char c = ++at < text.length() ? text.charAt(at) : 0;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                if (at + 4 >= text.length() || !text.substring(at + 1, at + 5).matches("[0-9a-fA-F]{4}"))
                    throw new SyntaxException("no four hexadecimal digits", at);
                at += 4;
                yield (char) Integer.parseInt(text, at - 3, at + 1, 16);
            }
            default -> throw new SyntaxException("unknown escape", at);
        };
    }

    private String checked(CharSequence value) throws SyntaxException {
        if (value.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
            throw new SyntaxException("half a character in a string", at);
        return value.toString();
    }

    private char peek() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) at++;
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean skip(char c) {
        if (peek() != c) return false;
        at++;
        return true;
    }

    private void take(char c) throws SyntaxException {
        if (!skip(c)) throw unexpected();
    }

    private SyntaxException unexpected() {
        return new SyntaxException(
                at < text.length() ? "unexpected " + quote(text.substring(at, at + 1)) : "unexpected end", at);
    }

    /** {@code text} as a JSON string. */
    static String quote(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') quoted.append('\\').append(c);
            else if (c < ' ') quoted.append("\\u%04x".formatted((int) c));
            else quoted.append(c);
        }
        return quoted.append('"').toString();
    }
}
