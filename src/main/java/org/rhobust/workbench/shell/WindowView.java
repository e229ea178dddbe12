package org.rhobust.workbench.shell;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.rhobust.run.Durations;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.workbench.SelectedThreshold;
import org.rhobust.workbench.View;
import org.rhobust.workbench.ViewLoader;
import org.rhobust.workbench.controls.CopyDetails;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.prediction.PredictionView;
import org.rhobust.workbench.training.TrainingTexts;

/** Binds {@code fxml/window.fxml} to a {@link WorkbenchWindow}. */
final class WindowView {

  /** The colours and measures that all windows share. */
  static final String STYLE = WindowView.class.getResource("/fxml/workbench.css").toString();

  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
  private static final double USUAL_WIDTH = 1200;
  private static final double USUAL_HEIGHT = 780;

  private final WorkbenchWindow window;
  private final OpenViews views;
  private final Parent root;
  private WindowCommands commands;
  private Hands hands;

  @FXML private HBox topBar;
  @FXML private VBox sideBar;
  @FXML private StackPane centre;
  @FXML private StackPane overlay;
  @FXML private StackPane layer;
  @FXML private VBox noView;
  @FXML private HBox notice;
  @FXML private Label noticeText;
  @FXML private Button copyDetails;
  @FXML private Button dismiss;
  @FXML private Label engineText;
  @FXML private MenuButton device;
  @FXML private ProgressBar engineProgress;
  @FXML private Label thresholdText;
  @FXML private Tooltip thresholdTip;
  @FXML private Label trainingText;
  @FXML private ProgressBar trainingProgress;

  WindowView(WorkbenchWindow window) {
    this.window = window;
    views = new OpenViews(window);
    root = ViewLoader.load("window", this);
  }

  /** The window's content in its remembered size. */
  Scene scene(Place place) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    double width = place.width() > 0 ? place.width() : USUAL_WIDTH;
    double height = place.height() > 0 ? place.height() : USUAL_HEIGHT;
    Scene scene =
        new Scene(root, Math.min(width, screen.getWidth()), Math.min(height, screen.getHeight()));
    window
        .looks()
        .textScaleProperty()
        .subscribe(scale -> FontScale.apply(scene, scale.doubleValue()));
    commands.install(scene);
    GlossaryTips.install(scene);
    FileDrop.install(scene, window.opening()::dropped);
    return scene;
  }

  /** Lets what a person changes be undone, from when the window has its scene. */
  void watch(Stage stage, SessionMemory memory) {
    hands = Hands.of(stage);
    UndoKeys.install(stage.getScene(), hands, memory);
  }

  /** Ends all views; the window is shown no more. */
  void close() {
    centre.getChildren().clear();
    views.closeAll();
    if (hands != null) {
      hands.close();
    }
  }

  /** Ends a view and shows the one before; it is made anew when it is shown again. */
  void closeView(String name) {
    centre.getChildren().clear();
    views.close(name);
  }

  OpenViews views() {
    return views;
  }

  /** Puts the keyboard's focus on the side bar, where the arrow keys go from view to view. */
  void focus() {
    sideBar.getChildren().stream()
        .filter(button -> ((ToggleButton) button).isSelected())
        .forEach(Node::requestFocus);
  }

  /** Where the window is; of one that fills its screen, where it was before. */
  static Place place(Place before, Stage stage) {
    return stage.isMaximized()
        ? new Place(before.x(), before.y(), before.width(), before.height(), true)
        : new Place(
            stage.getX(),
            stage.getY(),
            stage.getScene().getWidth(),
            stage.getScene().getHeight(),
            false);
  }

  @FXML
  private void initialize() {
    commands = new WindowCommands(window, new Layer(layer));
    topBar.getChildren().setAll(new TopBar(window, commands.help()::show).nodes());
    addSideBar();
    window.viewProperty().addListener((o, before, name) -> bringToFront(name));
    overlay
        .getChildren()
        .setAll(
            new PredictionView(
                    window.prediction(),
                    window.context().selection(),
                    Icons.line("close"),
                    window::show)
                .root());
    copyDetails.setGraphic(Icons.line("copy"));
    dismiss.setGraphic(Icons.line("close"));
    window.notices().latest().subscribe(this::tell);
    thresholdTip.textProperty().bind(thresholdText.textProperty());
    engineText.textProperty().bind(window.engine().textProperty());
    engineText.visibleProperty().bind(window.engine().statusProperty().isNull());
    engineText.managedProperty().bind(engineText.visibleProperty());
    DeviceMenu.install(device, window.engine(), window.device());
    engineProgress.progressProperty().bind(window.engine().unpackedProperty());
    showOnlyWhileRunning(engineProgress);
    SelectedThreshold threshold = window.context().selection().threshold();
    threshold.valueProperty().subscribe(() -> tell(threshold));
    threshold.knownProperty().subscribe(() -> tell(threshold));
    window.context().snapshot().subscribe(this::tell);
    showOnlyWhileRunning(trainingProgress);
  }

  private static void showOnlyWhileRunning(ProgressBar bar) {
    bar.visibleProperty().bind(bar.progressProperty().lessThan(1));
    bar.managedProperty().bind(bar.visibleProperty());
  }

  private void addSideBar() {
    ToggleGroup group = new ToggleGroup();
    for (int i = 0; i < Views.ALL.size(); i++) {
      Views.Entry entry = Views.ALL.get(i);
      ToggleButton button = new ToggleButton(entry.title(), Icons.line(entry.name()));
      button.setId("show-" + entry.name());
      button.setToggleGroup(group);
      button.setMaxWidth(Double.MAX_VALUE);
      button.getStyleClass().add("side-button");
      button.setTooltip(new Tooltip(entry.title() + "  (Ctrl/Cmd + " + (i + 1) + ")"));
      button.setOnAction(event -> window.show(entry.name()));
      // The button follows the view, so that pressing the chosen one does not release it.
      button
          .selectedProperty()
          .addListener(o -> button.setSelected(entry.name().equals(window.viewProperty().get())));
      window
          .viewProperty()
          .addListener((o, before, name) -> button.setSelected(entry.name().equals(name)));
      button.addEventHandler(KeyEvent.KEY_PRESSED, event -> goFrom(button, event));
      sideBar.getChildren().add(button);
    }
  }

  /** The arrow keys go from view to view; Home and End to the first and the last. */
  private void goFrom(ToggleButton button, KeyEvent event) {
    int count = Views.ALL.size();
    int now = sideBar.getChildren().indexOf(button);
    int next =
        switch (event.getCode()) {
          case UP -> now - 1;
          case DOWN -> now + 1;
          case HOME -> 0;
          case END -> count - 1;
          default -> now;
        };
    if (next != now && next >= 0 && next < count) {
      window.show(Views.ALL.get(next).name());
      sideBar.getChildren().get(next).requestFocus();
    }
    if (event.getCode().isArrowKey()) {
      event.consume();
    }
  }

  private void bringToFront(String name) {
    if (name.isEmpty()) {
      centre.getChildren().setAll(noView);
      return;
    }
    View view = views.show(name);
    centre.getChildren().setAll(view.root());
  }

  private void tell(Notices.Notice latest) {
    notice.setVisible(!latest.line().isEmpty());
    notice.setManaged(!latest.line().isEmpty());
    notice.pseudoClassStateChanged(ERROR, latest.error());
    int earlier = window.notices().earlier();
    noticeText.setText(
        earlier == 0 ? latest.line() : "%s  (%d earlier)".formatted(latest.line(), earlier));
    noticeText.setGraphic(latest.error() ? Icons.line("warning") : null);
    copyDetails.setVisible(latest.error());
    copyDetails.setManaged(latest.error());
  }

  private void tell(SelectedThreshold threshold) {
    double value = threshold.valueProperty().get();
    thresholdText.setText(
        Double.isNaN(value)
            ? ""
            : "τ = %s: %s".formatted(Format.confidence(value), threshold.origin()));
  }

  private void tell(TrainingSnapshot snapshot) {
    double progress = TrainingTexts.progress(snapshot);
    boolean active = snapshot.state().active();
    trainingProgress.setProgress(active ? progress : 1);
    trainingText.setText(active ? activity(snapshot, progress) : TrainingTexts.state(snapshot));
  }

  private static String activity(TrainingSnapshot snapshot, double progress) {
    String state = TrainingTexts.state(snapshot);
    if (progress < 0) {
      return state;
    }
    String percent = state + ", " + Math.round(100 * progress) + " %";
    return Double.isFinite(snapshot.secondsLeft())
        ? percent + ", " + Durations.words(snapshot.secondsLeft()) + " left"
        : percent;
  }

  @FXML
  private void openTraining() {
    window.show("training");
  }

  @FXML
  private void copyDetails() {
    CopyDetails.copy(window.notices().latest().get().details());
  }

  @FXML
  private void dismiss() {
    window.notices().dismiss();
  }
}
