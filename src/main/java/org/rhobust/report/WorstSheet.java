package org.rhobust.report;

import java.util.Arrays;
import java.util.List;
import org.rhobust.data.Csv;
import org.rhobust.data.ImageSet;
import org.rhobust.plot.PngBytes;

/**
 * The worst images on one picture, in rows from the worst on: each as a column of the original, the
 * attacked image and the perturbation, magnified so that its largest change has full colour. Who is
 * who says a table in the same order.
 */
final class WorstSheet {

  private static final int COLUMNS = 8;
  private static final int SIDE = 84;
  private static final int GAP = 6;
  private static final int WHITE = 0xFFFFFFFF;

  private final int zoom;
  private final int width;
  private final int height;
  private final int[] pixels;

  private WorstSheet(ImageSet images, int count, int pictures) {
    zoom = Math.max(1, SIDE / Math.max(images.width(), images.height()));
    int columns = Math.max(1, Math.min(COLUMNS, count));
    int rows = Math.max(1, (count + COLUMNS - 1) / COLUMNS);
    width = 3 * GAP + columns * (images.width() * zoom + GAP) - GAP;
    height = 3 * GAP + rows * (pictures * (images.height() * zoom + GAP) + 2 * GAP) - 3 * GAP;
    pixels = new int[width * height];
    Arrays.fill(pixels, WHITE);
  }

  /** A PNG; blank where there is none. */
  static byte[] png(ImageSet images, List<WorstImage> worst) {
    int kinds = 3;
    WorstSheet sheet = new WorstSheet(images, worst.size(), kinds);
    int cellWidth = images.width() * sheet.zoom + GAP;
    int cellHeight = images.height() * sheet.zoom + GAP;
    for (int i = 0; i < worst.size(); i++) {
      List<int[]> pictures = worst.get(i).pictures();
      int left = GAP + i % COLUMNS * cellWidth;
      int top = GAP + i / COLUMNS * (kinds * cellHeight + 2 * GAP);
      for (int kind = 0; kind < kinds; kind++) {
        sheet.draw(pictures.get(kind), images.width(), left, top + kind * cellHeight);
      }
    }
    return PngBytes.of(sheet.pixels, sheet.width, sheet.height);
  }

  /** The rows of {@code worst.csv}. */
  static String table(List<WorstImage> worst) {
    StringBuilder table =
        new StringBuilder(
            Csv.line(
                List.of(
                    "index",
                    "label",
                    "prediction",
                    "confidence",
                    "accepted",
                    "misclassified_before")));
    for (WorstImage image : worst) {
      double confidence = image.best().confidence();
      table.append(
          Csv.line(
              Arrays.asList(
                  image.index(),
                  image.label(),
                  image.best().prediction() < 0 ? null : image.prediction(),
                  Double.isFinite(confidence) ? confidence : null,
                  image.accepted(),
                  image.wrongBefore())));
    }
    return table.toString();
  }

  private void draw(int[] argb, int imageWidth, int left, int top) {
    for (int y = 0; y < argb.length / imageWidth * zoom; y++) {
      for (int x = 0; x < imageWidth * zoom; x++) {
        pixels[(top + y) * width + left + x] = argb[y / zoom * imageWidth + x / zoom];
      }
    }
  }
}
