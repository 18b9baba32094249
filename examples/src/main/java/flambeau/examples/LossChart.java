package flambeau.examples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws a training run: the losses on the left, the accuracies on the right. */
final class LossChart {
    private static final int WIDTH = 800, HEIGHT = 560;
    private static final Color TRAINING = new Color(0x1f77b4), TEST = new Color(0xd9540b), FAINT = new Color(0xb3cde3);

    private static final double LEAST = 1e-4; // a loss of 0 has no place on a logarithmic axis

    private LossChart() {}

    static BufferedImage draw(History history) {
        var image = new BufferedImage(2 * WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        losses(history).paint(canvas, WIDTH, HEIGHT);
        canvas.translate(WIDTH, 0);
        accuracies(history).paint(canvas, WIDTH, HEIGHT);
        canvas.dispose();
        return image;
    }

    private static XYChart losses(History history) {
        var chart = chart("Loss", "cross entropy (nats per image)", LegendPosition.InsideNE, history);
        chart.getStyler().setYAxisLogarithmic(true);
        var moments = history.moments();
        line(
                        chart,
                        "training, moment by moment",
                        FAINT,
                        moments.stream().mapToDouble(History.Moment::epochs).toArray(),
                        moments.stream()
                                .mapToDouble(m -> Math.max(m.loss(), LEAST))
                                .toArray())
                .setMarker(SeriesMarkers.NONE);
        byEpoch(
                chart,
                "training, mean of the epoch",
                TRAINING,
                history.epochs(),
                e -> Math.max(e.training().loss(), LEAST));
        byEpoch(
                chart,
                "test, after the epoch",
                TEST,
                history.epochs(),
                e -> Math.max(e.test().loss(), LEAST));
        return chart;
    }

    private static XYChart accuracies(History history) {
        var last = history.epochs().getLast();
        var title = String.format(
                Locale.ROOT,
                "Accuracy: %.2f %% of the test images",
                100 * last.test().accuracy());
        var chart = chart(title, "images recognised (%)", LegendPosition.InsideSE, history);
        chart.getStyler().setYAxisMax(100.0);
        byEpoch(
                chart,
                "training, mean of the epoch",
                TRAINING,
                history.epochs(),
                e -> 100 * e.training().accuracy());
        byEpoch(
                chart,
                "test, after the epoch",
                TEST,
                history.epochs(),
                e -> 100 * e.test().accuracy());
        return chart;
    }

    private static XYChart chart(String title, String unit, LegendPosition legend, History history) {
        var chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle("training (epochs)")
                .yAxisTitle(unit)
                .build();
        var style = chart.getStyler();
        int epochs = history.epochs().size();
        style.setXAxisMin(0.0)
                .setXAxisMax((double) epochs)
                .setXAxisTickMarkSpacingHint(WIDTH / Math.min(epochs + 2, 12));
        style.setAxisTitleFont(font(Font.PLAIN, 17)).setAxisTickLabelsFont(font(Font.PLAIN, 15));
        style.setPlotGridLinesColor(new Color(0xe0e0e0)).setPlotMargin(0);
        style.setChartTitleFont(font(Font.BOLD, 20))
                .setLegendFont(font(Font.PLAIN, 15))
                .setLegendPosition(legend);
        style.setChartBackgroundColor(Color.WHITE).setPlotBorderVisible(false).setChartPadding(18);
        style.setMarkerSize(8).setLocale(Locale.ROOT);
        return chart;
    }

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    private static void byEpoch(
            XYChart chart,
            String name,
            Color color,
            List<History.Epoch> epochs,
            ToDoubleFunction<History.Epoch> value) {
        var numbers = epochs.stream().mapToDouble(History.Epoch::number).toArray();
        line(chart, name, color, numbers, epochs.stream().mapToDouble(value).toArray());
    }

    private static XYSeries line(XYChart chart, String name, Color color, double[] x, double[] y) {
        var series = chart.addSeries(name, x, y);
        series.setLineStyle(new BasicStroke(2.5f)).setLineColor(color);
        series.setMarkerColor(color).setMarker(SeriesMarkers.CIRCLE);
        return series;
    }
}
