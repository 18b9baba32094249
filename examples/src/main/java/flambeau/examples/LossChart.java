package flambeau.examples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
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
        var chart =
                chart("Loss", "cross entropy (nats per image)", history.epochs().size());
        var times = history.moments().stream().mapToDouble(History.Moment::epochs);
        var losses = history.moments().stream()
                .mapToDouble(m -> Math.max(m.loss(), LEAST))
                .toArray();
        line(chart, "training, moment by moment", FAINT, times.toArray(), losses)
                .setMarker(SeriesMarkers.NONE);
        byEpoch(
                chart,
                history,
                e -> Math.max(e.training().loss(), LEAST),
                e -> Math.max(e.test().loss(), LEAST));
        double least = DoubleStream.of(losses).min().orElse(LEAST);
        chart.getStyler().setYAxisLogarithmic(true).setYAxisMin(Math.pow(10, Math.floor(Math.log10(least))));
        return chart;
    }

    private static XYChart accuracies(History history) {
        double last = history.epochs().getLast().test().accuracy();
        var title = String.format(Locale.ROOT, "Accuracy: %.2f %% of the test images", 100 * last);
        var chart = chart(title, "images recognised (%)", history.epochs().size());
        byEpoch(
                chart,
                history,
                e -> 100 * e.training().accuracy(),
                e -> 100 * e.test().accuracy());
        chart.getStyler().setYAxisMax(100.0);
        return chart;
    }

    private static XYChart chart(String title, String unit, int epochs) {
        var chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle("training (epochs)")
                .yAxisTitle(unit)
                .build();
        var style = chart.getStyler();
        style.setXAxisMin(0.0)
                .setXAxisMax((double) epochs)
                .setXAxisTickMarkSpacingHint(WIDTH / Math.min(epochs + 2, 12));
        style.setAxisTitleFont(font(Font.PLAIN, 17)).setAxisTickLabelsFont(font(Font.PLAIN, 15));
        style.setPlotGridLinesColor(new Color(0xe0e0e0)).setPlotMargin(0);
        style.setChartTitleFont(font(Font.BOLD, 20))
                .setLegendFont(font(Font.PLAIN, 15))
                .setLegendPosition(LegendPosition.OutsideS)
                .setLegendLayout(LegendLayout.Horizontal)
                .setLegendBorderColor(Color.WHITE);
        style.setChartBackgroundColor(Color.WHITE).setPlotBorderVisible(false).setChartPadding(18);
        style.setMarkerSize(8).setLocale(Locale.ROOT);
        return chart;
    }

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    private static void byEpoch(
            XYChart chart,
            History history,
            ToDoubleFunction<History.Epoch> training,
            ToDoubleFunction<History.Epoch> test) {
        var epochs = history.epochs();
        var numbers = epochs.stream().mapToDouble(History.Epoch::number).toArray();
        line(
                chart,
                "training, mean of the epoch",
                TRAINING,
                numbers,
                epochs.stream().mapToDouble(training).toArray());
        line(
                chart,
                "test, after the epoch",
                TEST,
                numbers,
                epochs.stream().mapToDouble(test).toArray());
    }

    private static XYSeries line(XYChart chart, String name, Color color, double[] x, double[] y) {
        var series = chart.addSeries(name, x, y);
        series.setLineStyle(new BasicStroke(2.5f)).setLineColor(color);
        series.setMarkerColor(color).setMarker(SeriesMarkers.CIRCLE);
        return series;
    }
}
