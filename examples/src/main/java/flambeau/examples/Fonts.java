package flambeau.examples;

import java.awt.Font;
import java.awt.image.BufferedImage;

/** Whether text can be drawn: small containers have no fonts, and Java fails in many ways then. */
final class Fonts {
    private Fonts() {}

    static boolean arePresent() {
        var canvas = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            return canvas.getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 12))
                            .stringWidth("0")
                    > 0;
        } catch (RuntimeException | InternalError | LinkageError _) {
            return false;
        } finally {
            canvas.dispose();
        }
    }
}
