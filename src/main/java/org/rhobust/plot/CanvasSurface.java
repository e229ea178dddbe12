package org.rhobust.plot;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** A JavaFX canvas as a surface; used on the JavaFX thread. */
final class CanvasSurface implements Surface {

  private static final double[] DASHES = {5, 4};

  private final GraphicsContext graphics;
  private final Text ruler = new Text();

  CanvasSurface(GraphicsContext graphics) {
    this.graphics = graphics;
    graphics.setTextBaseline(VPos.BASELINE);
    graphics.setLineJoin(StrokeLineJoin.ROUND);
    graphics.setLineCap(StrokeLineCap.BUTT);
    graphics.setImageSmoothing(false);
  }

  private static Font font(TextStyle style) {
    FontWeight weight = style.bold() ? FontWeight.BOLD : FontWeight.NORMAL;
    return Font.font(Font.getDefault().getFamily(), weight, style.size());
  }

  private static Color color(Rgb rgb) {
    return Color.rgb(rgb.red(), rgb.green(), rgb.blue(), rgb.alpha());
  }

  private void use(Stroke stroke) {
    graphics.setStroke(color(stroke.color()));
    graphics.setLineWidth(stroke.width());
    graphics.setLineDashes(stroke.dashed() ? DASHES : null);
  }

  @Override
  public double textWidth(String text, TextStyle style) {
    ruler.setFont(font(style));
    ruler.setText(text);
    return ruler.getLayoutBounds().getWidth();
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
    double half = stroke.width() / 2;
    // Rectangles of the same pixels, which the toolkit fills without building a shape.
    if (!stroke.dashed() && y1 == y2) {
      rectangle(new Box(Math.min(x1, x2), y1 - half, Math.abs(x2 - x1), 2 * half), stroke.color());
    } else if (!stroke.dashed() && x1 == x2) {
      rectangle(new Box(x1 - half, Math.min(y1, y2), 2 * half, Math.abs(y2 - y1)), stroke.color());
    } else {
      use(stroke);
      graphics.strokeLine(x1, y1, x2, y2);
    }
  }

  @Override
  public void polyline(double[] xs, double[] ys, Stroke stroke) {
    use(stroke);
    graphics.strokePolyline(xs, ys, xs.length);
  }

  @Override
  public void polygon(double[] xs, double[] ys, Rgb fill) {
    graphics.setFill(color(fill));
    graphics.fillPolygon(xs, ys, xs.length);
  }

  @Override
  public void rectangle(Box box, Rgb fill) {
    graphics.setFill(color(fill));
    graphics.fillRect(box.x(), box.y(), box.width(), box.height());
  }

  @Override
  public void outline(Box box, Stroke stroke) {
    use(stroke);
    graphics.strokeRect(box.x(), box.y(), box.width(), box.height());
  }

  @Override
  public void dot(double x, double y, double radius, Rgb fill, Stroke stroke) {
    graphics.setFill(color(fill));
    graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    use(stroke);
    graphics.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  @Override
  public void text(String text, double x, double y, TextStyle style, Rgb color, Align align) {
    graphics.setFont(font(style));
    graphics.setFill(color(color));
    graphics.setTextAlign(
        switch (align) {
          case LEFT -> TextAlignment.LEFT;
          case CENTER -> TextAlignment.CENTER;
          case RIGHT -> TextAlignment.RIGHT;
        });
    graphics.fillText(text, x, y);
  }

  @Override
  public void textUpwards(String text, double x, double y, TextStyle style, Rgb color) {
    graphics.save();
    graphics.translate(x, y);
    graphics.rotate(-90);
    text(text, 0, 0, style, color, Align.CENTER);
    graphics.restore();
  }

  @Override
  public void image(int[] argb, int width, int height, Box target) {
    WritableImage image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    graphics.drawImage(image, target.x(), target.y(), target.width(), target.height());
  }

  @Override
  public void clipped(Box box, Runnable drawing) {
    graphics.save();
    graphics.beginPath();
    // Whole pixels: the toolkit clips any other shape by blending the whole canvas, at each call.
    double scale = graphics.getTransform().getMxx();
    double x = Math.floor(box.x() * scale) / scale;
    double y = Math.floor(box.y() * scale) / scale;
    double right = Math.ceil(box.right() * scale) / scale;
    double bottom = Math.ceil(box.bottom() * scale) / scale;
    graphics.rect(x, y, right - x, bottom - y);
    graphics.clip();
    drawing.run();
    graphics.restore();
  }

  @Override
  public void moved(double dx, double dy, Runnable drawing) {
    graphics.save();
    graphics.translate(dx, dy);
    drawing.run();
    graphics.restore();
  }
}
