package flambeau.examples;

import flambeau.vision.datasets.MNIST;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Digits with what a network takes them for, to be drawn.
 *
 * @param images the digits
 * @param labels what they are
 * @param predicted what the network takes them for
 */
record Predictions(List<BufferedImage> images, int[] labels, int[] predicted) {
    private static final int COLUMNS = 12, ROWS = 6, ROWS_OF_MISTAKES = 2;
    private static final int DIGIT = 84, LABEL = 30, GAP = 14, TITLE = 64, MARGIN = 28;
    private static final Color RIGHT = new Color(0x2b6e3f), WRONG = new Color(0xc62828), INK = new Color(0x222222);

    /** The digits of a test. */
    static Predictions of(Evaluation found, MNIST digits) {
        var images = IntStream.range(0, digits.size()).mapToObj(digits::image).toList();
        return new Predictions(images, digits.targets().toIntArray(), found.predicted());
    }

    /** The share of the digits that the network recognises. */
    double accuracy() {
        return 1 - (double) mistakes().length / labels.length;
    }

    private int[] mistakes() {
        return IntStream.range(0, labels.length)
                .filter(i -> labels[i] != predicted[i])
                .toArray();
    }

    /** The first digits in rows, each above its prediction, the wrong ones in red; then the first mistakes of all. */
    BufferedImage draw() {
        var first = IntStream.range(0, Math.min(labels.length, ROWS * COLUMNS)).toArray();
        var mistakes = mistakes();
        var shown =
                IntStream.of(mistakes).limit((long) ROWS_OF_MISTAKES * COLUMNS).toArray();
        int width = 2 * MARGIN + COLUMNS * (DIGIT + GAP) - GAP;
        int height = 2 * MARGIN + section(first) + (shown.length == 0 ? 0 : section(shown));
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        canvas.translate(MARGIN, MARGIN);
        section(canvas, text("%,d test digits and what the network takes them for", first.length), first);
        if (shown.length > 0) {
            canvas.translate(0, section(first));
            var title = text(
                    "Mistaken: %,d of %,d test digits, %.2f %% right",
                    mistakes.length, labels.length, 100 * accuracy());
            section(canvas, shown.length < mistakes.length ? title + text(" (%,d shown)", shown.length) : title, shown);
        }
        canvas.dispose();
        return image;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** The height of a section with these digits. */
    private static int section(int[] digits) {
        return TITLE + Math.ceilDiv(digits.length, COLUMNS) * (DIGIT + LABEL + GAP);
    }

    private void section(Graphics2D canvas, String title, int[] digits) {
        canvas.setColor(INK);
        canvas.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 24));
        canvas.drawString(title, 0, TITLE - 26);
        for (int i = 0; i < digits.length; i++)
            cell(canvas, digits[i], i % COLUMNS * (DIGIT + GAP), TITLE + i / COLUMNS * (DIGIT + LABEL + GAP));
    }

    private void cell(Graphics2D canvas, int digit, int x, int y) {
        boolean right = labels[digit] == predicted[digit];
        canvas.drawImage(images.get(digit), x, y, DIGIT, DIGIT, null);
        if (!right) {
            canvas.setColor(WRONG);
            canvas.setStroke(new BasicStroke(5));
            canvas.drawRect(x + 2, y + 2, DIGIT - 5, DIGIT - 5);
        }
        var label = right ? "" + predicted[digit] : "\u00d7 %d (is %d)".formatted(predicted[digit], labels[digit]);
        canvas.setColor(right ? RIGHT : WRONG);
        canvas.setFont(new Font(Font.SANS_SERIF, Font.BOLD, right ? 20 : 17));
        int width = canvas.getFontMetrics().stringWidth(label);
        canvas.drawString(label, x + (DIGIT - width) / 2, y + DIGIT + 22);
    }
}
