package org.rhobust.workbench.steps;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.rhobust.data.ImageSet;
import org.rhobust.plot.Plot;
import org.rhobust.plot.PlotView;
import org.rhobust.service.AttackSteps;
import org.rhobust.workbench.View;
import org.rhobust.workbench.ViewLoader;
import org.rhobust.workbench.WorkbenchContext;
import org.rhobust.workbench.controls.AttackForm;
import org.rhobust.workbench.controls.AttackModel.Attack;
import org.rhobust.workbench.controls.AttackWords;
import org.rhobust.workbench.controls.Lines;

/** Walks through an attack on one image, forwards and backwards. */
public final class StepsView implements View {

  private static final Duration FRAME = Duration.millis(150);

  private final WorkbenchContext context;
  private final StepsModel model;
  private final Parent root;
  private final Subscription listening = Subscription.EMPTY;
  private final List<Picture> pictures = new ArrayList<>();
  private final Timeline playing = new Timeline(new KeyFrame(FRAME, e -> playOn()));

  @FXML private BorderPane content;
  @FXML private ProgressIndicator busy;
  @FXML private HBox liveControls;
  @FXML private CheckBox follow;
  @FXML private Button again;
  @FXML private Button random;
  @FXML private TitledPane settings;
  @FXML private Label problem;
  @FXML private Label age;
  @FXML private GridPane pictureGrid;
  @FXML private Label stepWords;
  @FXML private Label imageWords;
  @FXML private HBox transport;
  @FXML private Button toStart;
  @FXML private Button back;
  @FXML private ToggleButton play;
  @FXML private Button forward;
  @FXML private Button toEnd;
  @FXML private Slider slider;
  @FXML private Label position;

  private record Picture(PlotView view, Function<StepPlots, Plot> plot) {}

  /** Makes the view; it attacks as soon as a model and images are selected. */
  public StepsView(WorkbenchContext context) {
    this.context = context;
    model =
        new StepsModel(
            context.selection(),
            context.inspection()::steps,
            context.ui(),
            () -> System.nanoTime() / 1e9);
    root = ViewLoader.load("steps", this);
    addPictures();
    bindHead();
    bindTransport();
    model.stepsProperty().addListener(o -> update());
    model.stepProperty().addListener(o -> update());
    context.selection().thresholdProperty().addListener(o -> update());
    context.snapshot().addListener((o, before, after) -> model.update(after));
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    update();
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void close() {
    listening.unsubscribe();
  }

  StepsModel model() {
    return model;
  }

  private void addPictures() {
    add(0, 0, StepPlots::original);
    add(1, 0, StepPlots::perturbation);
    add(2, 0, StepPlots::adversarial);
    add(0, 1, StepPlots::classes);
    add(1, 1, StepPlots::objective).setOnDragX(x -> model.goTo((int) Math.round(x)));
    add(2, 1, StepPlots::stepSize).setOnDragX(x -> model.goTo((int) Math.round(x)));
  }

  private PlotView add(int column, int row, Function<StepPlots, Plot> plot) {
    PlotView view = new PlotView(plot.apply(new StepPlots(null, 0, Double.NaN)));
    view.themeProperty().bind(context.plotTheme());
    pictures.add(new Picture(view, plot));
    pictureGrid.add(view, column, row);
    return view;
  }

  private void bindHead() {
    AttackForm form = AttackForm.full(model.attack());
    settings.setContent(form);
    settings
        .textProperty()
        .bind(
            model
                .attack()
                .attackProperty()
                .map(StepsView::title)
                .orElse("Attack: a value cannot be used"));
    context
        .selection()
        .imagesProperty()
        .addListener((o, before, after) -> showClasses(form, after));
    showClasses(form, context.selection().imagesProperty().get());
    busy.visibleProperty().bind(model.busyProperty());
    follow.selectedProperty().bindBidirectional(model.followingProperty());
    liveControls
        .visibleProperty()
        .bind(context.selection().modelProperty().map(info -> info.live()).orElse(false));
    liveControls.managedProperty().bind(liveControls.visibleProperty());
    again.setOnAction(e -> model.attackAgain());
    random.setOnAction(e -> selectRandom());
    random.disableProperty().bind(context.selection().imagesProperty().isNull());
    Lines.show(problem, model.problemProperty());
    Lines.show(age, model.ageProperty());
  }

  private void selectRandom() {
    int count = context.selection().imagesProperty().get().size();
    context.selection().imageProperty().set(ThreadLocalRandom.current().nextInt(count));
  }

  private static String title(Attack attack) {
    return "Attack: " + AttackWords.of(attack.settings());
  }

  private static void showClasses(AttackForm form, ImageSet images) {
    if (images != null) {
      form.setClasses(images.classNames());
    }
  }

  private void bindTransport() {
    toStart.setOnAction(e -> model.goTo(0));
    back.setOnAction(e -> model.goTo(model.stepProperty().get() - 1));
    forward.setOnAction(e -> model.goTo(model.stepProperty().get() + 1));
    toEnd.setOnAction(e -> model.goTo(model.last()));
    slider.valueProperty().addListener(o -> model.goTo((int) Math.round(slider.getValue())));
    // So that the arrow keys step as soon as a picture was clicked.
    content.setOnMousePressed(e -> slider.requestFocus());
    transport.disableProperty().bind(model.stepsProperty().isNull());
    playing.setCycleCount(Timeline.INDEFINITE);
    play.selectedProperty().addListener((o, before, after) -> startOrStop(after));
  }

  private void startOrStop(boolean on) {
    play.setText(on ? "Pause" : "Play");
    if (!on) {
      playing.stop();
      return;
    }
    if (model.stepProperty().get() == model.last()) {
      model.goTo(0);
    }
    playing.play();
  }

  private void playOn() {
    model.goTo(model.stepProperty().get() + 1);
    if (model.stepProperty().get() == model.last()) {
      play.setSelected(false);
    }
  }

  private void onKey(KeyEvent event) {
    if (model.stepsProperty().get() == null || typesIn(event.getTarget())) {
      return;
    }
    int step = model.stepProperty().get();
    if (event.getCode() == KeyCode.LEFT) {
      model.goTo(step - 1);
    } else if (event.getCode() == KeyCode.RIGHT) {
      model.goTo(step + 1);
    } else if (event.getCode() == KeyCode.HOME) {
      model.goTo(0);
    } else if (event.getCode() == KeyCode.END) {
      model.goTo(model.last());
    } else {
      return;
    }
    event.consume();
  }

  /** Whether a control needs the arrow keys for itself. */
  private static boolean typesIn(Object target) {
    for (Node node = target instanceof Node n ? n : null; node != null; node = node.getParent()) {
      if (node instanceof TextInputControl
          || node instanceof Spinner
          || node instanceof ComboBoxBase) {
        return true;
      }
    }
    return false;
  }

  private void update() {
    AttackSteps attack = model.stepsProperty().get();
    int step = model.stepProperty().get();
    double threshold = context.selection().thresholdProperty().get();
    StepPlots plots = new StepPlots(attack, step, threshold);
    pictures.forEach(picture -> picture.view().setPlot(picture.plot().apply(plots)));
    slider.setMax(Math.max(1, model.last()));
    slider.setValue(step);
    position.setText("step %d of %d".formatted(step, model.last()));
    stepWords.setText(attack == null ? "" : StepWords.step(attack, step));
    imageWords.setText(attack == null ? "" : StepWords.image(attack, step, threshold));
    imageWords.getStyleClass().removeAll(Styles.SUCCESS, Styles.DANGER);
    if (attack != null) {
      imageWords.getStyleClass().addAll(style(StepWords.verdict(attack, step, threshold)));
    }
  }

  private static List<String> style(StepWords.Verdict verdict) {
    return switch (verdict) {
      case REJECTED -> List.of(Styles.SUCCESS);
      case PASSES -> List.of();
      case BREAKS_THROUGH -> List.of(Styles.DANGER);
    };
  }
}
