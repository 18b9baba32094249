package flambeau.conformance;

/**
 * A Python expression of one variable: numbers, {@code + - * / // % **}, comparisons, parentheses and {@code a if c else b}.
 */
final class Expression {
    private final String text;
    private final String variable;
    private final double x;
    private int at;

    Expression(String text, String variable, double x) {
        this.text = text;
        this.variable = variable;
        this.x = x;
    }

    double value() {
        double y = choice();
        skip();
        if (at < text.length()) throw new Failed("cannot read the expression " + text);
        return y;
    }

    private double choice() {
        double y = comparison();
        if (!takes("if")) return y;
        boolean condition = comparison() != 0;
        if (!takes("else")) throw new Failed("cannot read the expression " + text);
        double other = choice();
        return condition ? y : other;
    }

    private double comparison() {
        double a = sum();
        if (takes("==")) return a == sum() ? 1 : 0;
        if (takes("!=")) return a != sum() ? 1 : 0;
        if (takes("<=")) return a <= sum() ? 1 : 0;
        if (takes(">=")) return a >= sum() ? 1 : 0;
        if (takes("<")) return a < sum() ? 1 : 0;
        if (takes(">")) return a > sum() ? 1 : 0;
        return a;
    }

    private double sum() {
        double a = product();
        while (true) {
            if (takes("+")) a += product();
            else if (takes("-")) a -= product();
            else return a;
        }
    }

    private double product() {
        double a = signed();
        while (true) {
            if (takes("//")) a = Math.floor(a / signed());
            else if (takes("/")) a /= signed();
            else if (takes("*")) a *= signed();
            else if (takes("%")) {
                double b = signed();
                a -= b * Math.floor(a / b);
            } else return a;
        }
    }

    private double signed() {
        return takes("-") ? -signed() : power();
    }

    private double power() {
        double a = atom();
        return takes("**") ? Math.pow(a, signed()) : a;
    }

    private double atom() {
        if (takes("(")) {
            double y = choice();
            if (!takes(")")) throw new Failed("cannot read the expression " + text);
            return y;
        }
        if (takes(variable)) return x;
        int from = at;
        while (at < text.length() && isPartOfNumber(from)) at++;
        if (from == at) throw new Failed("cannot read the expression " + text);
        return Double.parseDouble(text.substring(from, at));
    }

    private boolean isPartOfNumber(int from) {
        char c = text.charAt(at);
        boolean sign = (c == '+' || c == '-') && at > from && text.charAt(at - 1) == 'e';
        return Character.isDigit(c) || c == '.' || c == 'e' && at > from || sign;
    }

    private boolean takes(String token) {
        skip();
        if (!text.startsWith(token, at)) return false;
        if (token.equals("*") && text.startsWith("**", at)) return false;
        at += token.length();
        return true;
    }

    private void skip() {
        while (at < text.length() && text.charAt(at) == ' ') at++;
    }
}
