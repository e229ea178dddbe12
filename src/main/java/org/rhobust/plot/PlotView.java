package org.rhobust.plot;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows a plot. A new plot, size or theme only marks the view dirty; it is painted at most once a
 * pulse and only while it can be seen. All methods belong to the JavaFX thread.
 */
public final class PlotView extends Region {

  private static final Logger LOG = LoggerFactory.getLogger(PlotView.class);

  private final Canvas canvas = new Canvas();
  private final Canvas overlay = new Canvas();
  private final ObjectProperty<PlotTheme> theme =
      new SimpleObjectProperty<>(this, "theme", PlotTheme.LIGHT);
  private final DoubleProperty textScale = new SimpleDoubleProperty(this, "textScale", 1);
  private final PaintPulse pulse = new PaintPulse(this, this::paint);
  private final HandleControl handle = new HandleControl(this);
  private final PickControl pick = new PickControl(this);
  private final ZoomControl zoom = new ZoomControl(this);
  private Plot plot;
  private Painted painted = Painted.still(new Box(0, 0, 0, 0));
  private long paintings;
  private Optional<Point2D> pointer = Optional.empty();
  private SaveDialog saveDialog = SaveDialog.system();
  private Consumer<String> onNotice = LOG::info;
  private Consumer<Throwable> onProblem = problem -> LOG.warn("not saved", problem);
  private DoubleConsumer onHoverX = x -> {};
  private final ReadOnlyObjectWrapper<Bounds> dataArea =
      new ReadOnlyObjectWrapper<>(this, "dataArea", new BoundingBox(0, 0, 0, 0));
  private final ReadOnlyObjectWrapper<Domain> shownX =
      new ReadOnlyObjectWrapper<>(this, "shownX", new Domain(0, 1, false));

  /** A view of a plot, light until the {@linkplain #themeProperty theme} is set. */
  public PlotView(Plot plot) {
    this.plot = Objects.requireNonNull(plot, "plot");
    getStyleClass().add("plot-view");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinSize(120, 80);
    setPrefSize(480, 300);
    canvas.setManaged(false);
    overlay.setManaged(false);
    overlay.setMouseTransparent(true);
    getChildren().addAll(canvas, overlay);
    theme.addListener(o -> markDirty());
    textScale.addListener(o -> markDirty());
    widthProperty().addListener(o -> markDirty());
    heightProperty().addListener(o -> markDirty());
    setFocusTraversable(true);
    setAccessibleHelp("The menu key saves or copies it; plus, minus and 0 zoom a line plot.");
    focusVisibleProperty().addListener(o -> paintOverlay());
    addEventHandler(MouseEvent.ANY, this::onMouse);
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    ExportMenu.install(this);
    setPlot(plot);
  }

  /** Shows another plot from the next pulse on. */
  public void setPlot(Plot plot) {
    this.plot = Objects.requireNonNull(plot, "plot");
    setAccessibleText(plot.accessibleText());
    markDirty();
  }

  /** The plot that is shown. */
  public Plot getPlot() {
    return plot;
  }

  /** The colours. */
  public ObjectProperty<PlotTheme> themeProperty() {
    return theme;
  }

  /** The colours. */
  public PlotTheme getTheme() {
    return theme.get();
  }

  /** Sets the colours. */
  public void setTheme(PlotTheme value) {
    theme.set(value);
  }

  /**
   * How much larger than usual the plot's text is, above 0, and with it its lines and margins; 1 is
   * the usual. Exported pictures keep the usual.
   */
  public DoubleProperty textScaleProperty() {
    return textScale;
  }

  /**
   * Sets what is told the x value, in data coordinates and within the axis, to which the user drags
   * the plot's draggable marker with the pointer or moves it with the arrow keys. The view does not
   * move the marker: set a plot that has it elsewhere. Null for nothing.
   */
  public void setOnDragX(DoubleConsumer action) {
    handle.setAction(action);
  }

  /**
   * Sets what is told the x value, in data coordinates, at which the user clicks the plot; a drag
   * is no click. Null for nothing.
   */
  public void setOnPickX(DoubleConsumer action) {
    pick.setAction(action);
  }

  /**
   * Sets what is told 1 for the up key and −1 for the down key, which go on from the place that was
   * clicked, in a plot that can be {@linkplain #setOnPickX clicked}.
   */
  public void setOnPickStep(IntConsumer action) {
    pick.setOnStep(Objects.requireNonNull(action, "action"));
  }

  /**
   * Sets what is told the x value, in data coordinates, that the pointer stands over, and NaN when
   * it leaves the data.
   */
  public void setOnHoverX(DoubleConsumer action) {
    onHoverX = Objects.requireNonNull(action, "action");
  }

  /** Zooms this line plot and another's as one from now on, where their axes are of one kind. */
  public void zoomWith(PlotView other) {
    zoom.follow(other.zoom);
  }

  /** The range of x that is shown of a plot with axes: a part of it where the user has zoomed. */
  public ReadOnlyObjectProperty<Domain> shownXProperty() {
    return shownX.getReadOnlyProperty();
  }

  /** Where the data lie, in pixels of the view, so that others can align with them. */
  public ReadOnlyObjectProperty<Bounds> dataAreaProperty() {
    return dataArea.getReadOnlyProperty();
  }

  /** Replaces the dialog that asks where to save; by default the system's. */
  public void setSaveDialog(SaveDialog dialog) {
    saveDialog = Objects.requireNonNull(dialog, "dialog");
  }

  SaveDialog saveDialog() {
    return saveDialog;
  }

  /**
   * Sets what is told, on the JavaFX thread, in one line that a picture was saved; by default the
   * log.
   */
  public void setOnNotice(Consumer<String> action) {
    onNotice = Objects.requireNonNull(action, "action");
  }

  /** Sets what is told, on the JavaFX thread, why a picture was not saved; by default the log. */
  public void setOnProblem(Consumer<Throwable> action) {
    onProblem = Objects.requireNonNull(action, "action");
  }

  void problem(Throwable problem) {
    onProblem.accept(problem);
  }

  void notice(String line) {
    onNotice.accept(line);
  }

  /** The plot as it is looked at: a part of it where the user has zoomed. */
  Plot shown() {
    return zoom.shown(plot);
  }

  boolean zoomed() {
    return zoom.zoomed(plot);
  }

  boolean beginsZoom(MouseEvent event) {
    return zoom.begins(event);
  }

  void fit() {
    zoom.fit();
  }

  boolean hasHandle() {
    return handle.active();
  }

  boolean hasPick() {
    return pick.active();
  }

  /** How often the plot has been painted. */
  long paintings() {
    return paintings;
  }

  Painted painted() {
    return painted;
  }

  void markDirty() {
    pulse.markDirty();
  }

  void paintIfNeeded() {
    pulse.paintIfNeeded();
  }

  private void paint() {
    paintings++;
    fit(canvas);
    fit(overlay);
    painted = PlotPainter.paint(shown(), sheet(canvas));
    painted.x().map(Scale::domain).ifPresent(shownX::set);
    Box area = painted.area();
    double scale = textScale.get();
    dataArea.set(
        new BoundingBox(
            scale * area.x(), scale * area.y(), scale * area.width(), scale * area.height()));
    paintOverlay();
  }

  private void fit(Canvas sheet) {
    sheet.setWidth(getWidth());
    sheet.setHeight(getHeight());
  }

  private Sheet sheet(Canvas target) {
    double scale = textScale.get();
    GraphicsContext graphics = target.getGraphicsContext2D();
    graphics.setTransform(scale, 0, 0, scale, 0, 0);
    double width = getWidth() / scale;
    double height = getHeight() / scale;
    graphics.clearRect(0, 0, width, height);
    return new Sheet(new CanvasSurface(graphics), getTheme(), width, height, Medium.SCREEN);
  }

  /** Where the pointer is, on the sheet that painters paint on. */
  Point2D on(MouseEvent event) {
    return new Point2D(event.getX(), event.getY()).multiply(1 / textScale.get());
  }

  private void paintOverlay() {
    // A layer with nothing on it would still be drawn, pixel by pixel, at every frame.
    overlay.setVisible(isFocusVisible() || pointer.isPresent() || zoomed() || zoom.banding());
    if (!overlay.isVisible()) {
      return;
    }
    Sheet sheet = sheet(overlay);
    if (isFocusVisible()) {
      Box ring = new Box(1, 1, sheet.width() - 2, sheet.height() - 2);
      Rgb color = getTheme().color(ColorRole.TRUE_CLASS);
      sheet.surface().outline(ring, Surface.Stroke.solid(color, 1.5));
    }
    zoom.paint(sheet);
    pointer
        .filter(p -> !zoom.banding() && painted.area().contains(p))
        .ifPresent(
            p ->
                painted
                    .hover()
                    .at(p.getX(), p.getY())
                    .ifPresent(r -> ReadoutPainter.paint(sheet, painted.area(), r, p.getY())));
  }

  private double hoverX() {
    return pointer
        .filter(painted.area()::contains)
        .flatMap(p -> painted.x().map(scale -> scale.value(p.getX())))
        .orElse(Double.NaN);
  }

  private void onMouse(MouseEvent event) {
    if (event.getEventType() == MouseEvent.MOUSE_EXITED) {
      pointer = Optional.empty();
    } else if (event.getEventType() == MouseEvent.MOUSE_MOVED
        || event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
      pointer = Optional.of(on(event));
    }
    if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
      requestFocus();
    }
    onHoverX.accept(hoverX());
    handle.onMouse(event);
    pick.onMouse(event);
    zoom.onMouse(event);
    setCursor(cursor(event));
    paintOverlay();
  }

  private Cursor cursor(MouseEvent event) {
    if (handle.holds(event)) {
      return Cursor.H_RESIZE;
    }
    return zoom.banding() ? Cursor.CROSSHAIR : Cursor.DEFAULT;
  }

  private void onKey(KeyEvent event) {
    handle.onKey(event);
    pick.onKey(event);
    zoom.onKey(event);
    paintOverlay();
  }
}
