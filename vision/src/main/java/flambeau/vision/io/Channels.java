package flambeau.vision.io;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;

/**
 * The samples of a {@code BufferedImage}, one array of bytes a channel.
 *
 * <p>Grey is read from the raster: {@code getRGB} would brighten it, because Java takes its grey colour space to be linear.
 */
final class Channels {
    private Channels() {}

    /** The channels as they are: 1 to 4 arrays of {@code h * w} bytes. */
    static byte[][] of(BufferedImage image) {
        return switch (image.getColorModel()) {
            case IndexColorModel palette -> ofPalette(image, palette);
            case ComponentColorModel model when isPlain(model) -> ofRaster(image);
            default -> ofColors(image);
        };
    }

    private static boolean isPlain(ComponentColorModel model) {
        if (model.isAlphaPremultiplied()) return false;
        int alpha = model.hasAlpha() ? 1 : 0;
        return switch (model.getColorSpace().getType()) {
            case ColorSpace.TYPE_GRAY -> model.getNumComponents() == 1 + alpha;
            case ColorSpace.TYPE_RGB -> model.getNumComponents() == 3 + alpha;
            default -> false;
        };
    }

    private static byte[][] ofRaster(BufferedImage image) {
        var raster = image.getRaster();
        int w = image.getWidth(), h = image.getHeight(), bands = raster.getNumBands();
        if (raster.getTransferType() == DataBuffer.TYPE_BYTE
                && raster.getSampleModel().getSampleSize(0) == 8)
            return separated((byte[]) raster.getDataElements(0, 0, w, h, null), bands);
        var y = new byte[bands][w * h];
        var row = new int[w];
        for (int c = 0; c < bands; c++) {
            int bits = raster.getSampleModel().getSampleSize(c);
            int most = (1 << Math.min(bits, 8)) - 1;
            for (int i = 0; i < h; i++) {
                raster.getSamples(0, i, w, 1, c, row);
                for (int j = 0; j < w; j++) y[c][i * w + j] = (byte) ((row[j] >>> Math.max(bits - 8, 0)) * 255 / most);
            }
        }
        return y;
    }

    private static byte[][] separated(byte[] pixels, int bands) {
        if (bands == 1) return new byte[][] {pixels};
        var y = new byte[bands][pixels.length / bands];
        for (int c = 0; c < bands; c++) for (int i = 0; i < y[c].length; i++) y[c][i] = pixels[i * bands + c];
        return y;
    }

    private static byte[][] ofPalette(BufferedImage image, IndexColorModel palette) {
        var colors = new int[palette.getMapSize()];
        palette.getRGBs(colors);
        var row = new int[image.getWidth()];
        var argb = new int[row.length * image.getHeight()];
        for (int i = 0; i < image.getHeight(); i++) {
            image.getRaster().getSamples(0, i, row.length, 1, 0, row);
            // a corrupt file may name colours that its palette lacks: black, as libpng has it
            for (int j = 0; j < row.length; j++)
                argb[i * row.length + j] = row[j] < colors.length ? colors[row[j]] : 0xff000000;
        }
        boolean grey = true;
        for (int color : colors) grey &= (color >> 16 & 255) == (color & 255) && (color >> 8 & 255) == (color & 255);
        return split(argb, grey, palette.hasAlpha());
    }

    private static byte[][] ofColors(BufferedImage image) {
        int w = image.getWidth(), h = image.getHeight();
        return split(
                image.getRGB(0, 0, w, h, null, 0, w),
                false,
                image.getColorModel().hasAlpha());
    }

    private static byte[][] split(int[] argb, boolean grey, boolean alpha) {
        int colors = grey ? 1 : 3;
        var y = new byte[colors + (alpha ? 1 : 0)][argb.length];
        for (int i = 0; i < argb.length; i++) {
            for (int c = 0; c < colors; c++) y[c][i] = (byte) (argb[i] >> 16 - 8 * c);
            if (alpha) y[colors][i] = (byte) (argb[i] >> 24);
        }
        return y;
    }

    /** The same image in {@code n} channels. */
    static byte[][] convert(byte[][] x, int n) {
        if (n == x.length) return x;
        boolean grey = x.length <= 2, alpha = x.length % 2 == 0;
        var y = new byte[n][];
        if (n <= 2) y[0] = grey ? x[0] : grey(x[0], x[1], x[2]);
        else for (int c = 0; c < 3; c++) y[c] = x[grey ? 0 : c];
        if (n % 2 == 0) y[n - 1] = alpha ? x[x.length - 1] : opaque(x[0].length);
        return y;
    }

    /** {@code 0.2989 r + 0.587 g + 0.1141 b} in libpng's whole numbers, with the weights that torchvision gives it. */
    private static byte[] grey(byte[] r, byte[] g, byte[] b) {
        var y = new byte[r.length];
        for (int i = 0; i < y.length; i++)
            y[i] = (byte) (9794 * (r[i] & 255) + 19234 * (g[i] & 255) + 3740 * (b[i] & 255) + 16384 >> 15);
        return y;
    }

    private static byte[] opaque(int length) {
        var y = new byte[length];
        java.util.Arrays.fill(y, (byte) 255);
        return y;
    }
}
