package org.rhobust.workbench.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.rhobust.data.ImageSet;
import org.rhobust.plot.Plot;
import org.rhobust.plot.PlotView;
import org.rhobust.plot.SaveDialog;
import org.rhobust.workbench.Command;
import org.rhobust.workbench.Selection;
import org.rhobust.workbench.View;
import org.rhobust.workbench.ViewLoader;
import org.rhobust.workbench.WorkbenchContext;
import org.rhobust.workbench.controls.AttackForm;
import org.rhobust.workbench.controls.AttackModel.Attack;
import org.rhobust.workbench.controls.AttackWords;
import org.rhobust.workbench.controls.Lines;
import org.rhobust.workbench.controls.PlotGrid;

/** Walks through an attack on one image, forwards and backwards. */
public final class StepsView implements View {

  private static final String NAME = "steps";

  private final WorkbenchContext context;
  private final StepsModel model;
  private final BrowseModel browse;
  private final Playback playback;
  private final Transport transport;
  private final StepSaving saving;
  private final RestartStrip restarts;
  private final StepLabels words;
  private final Parent root;
  private final List<Picture> pictures = new ArrayList<>();
  private final PlotGrid pictureGrid = new PlotGrid(12, 230, 200, List.of(4, 2));
  private final List<Command> commands;
  private final Subscription listening;

  @FXML private BorderPane content;
  @FXML private VBox empty;
  @FXML private Button train;
  @FXML private VBox body;
  @FXML private VBox foot;
  @FXML private ProgressIndicator busy;
  @FXML private Label status;
  @FXML private Button cancel;
  @FXML private CheckBox follow;
  @FXML private Button again;
  @FXML private Button newStart;
  @FXML private TitledPane settings;
  @FXML private FlowPane browseRow;
  @FXML private Label browseWords;
  @FXML private HBox pictureBanner;
  @FXML private Label pictureWords;
  @FXML private Button backToTest;
  @FXML private Label problem;
  @FXML private Label age;
  @FXML private FlowPane restartRow;
  @FXML private Label stepWords;
  @FXML private Label imageWords;
  @FXML private Label roundedWords;
  @FXML private HBox transportRow;
  @FXML private MenuButton save;

  private record Picture(PlotView view, Function<ShownStep, Plot> plot) {}

  /** Makes the view; it attacks once it is shown and a model and images are selected. */
  public StepsView(WorkbenchContext context) {
    this(context, SaveDialog.system());
  }

  /** As {@link #StepsView(WorkbenchContext)}, with another dialog that asks where to save. */
  StepsView(WorkbenchContext context, SaveDialog dialog) {
    this.context = context;
    DoubleSupplier seconds = () -> System.nanoTime() / 1e9;
    Selection selection = context.selection();
    model = new StepsModel(selection, context.inspection()::steps, context.ui(), seconds);
    browse =
        new BrowseModel(
            selection,
            context.inspection()::confidences,
            context.ui(),
            seconds,
            RandomGenerator.getDefault());
    playback = new Playback(model);
    root = ViewLoader.load(NAME, this);
    restarts = new RestartStrip(restartRow, model::chooseRestart);
    words = new StepLabels(stepWords, imageWords, roundedWords);
    transport = new Transport(transportRow, model, playback);
    saving = new StepSaving(model, dialog, context);
    StepCommands all = new StepCommands(model, browse, playback, () -> context.show().accept(NAME));
    commands = all.all(file -> saving.save(file, root));
    context.commands().addAll(commands);
    addPictures();
    AttackForm form = bindHead();
    BrowseBar bar = new BrowseBar(browseRow, browse);
    bindPictureBanner();
    bindEmptyState();
    save.getItems().setAll(saving.items(() -> root));
    save.disableProperty().bind(saving.possible().not());
    root.addEventFilter(KeyEvent.KEY_PRESSED, transport::onKey);
    // So that the arrow keys step as soon as a picture was clicked.
    content.setOnMousePressed(e -> transport.focus());
    listening =
        Subscription.combine(
            StepsMemory.keep(context.memory(), model, browse, playback),
            selection.imagesProperty().subscribe(images -> showClasses(form, bar, images)),
            selection.thresholdProperty().subscribe((before, after) -> update()),
            selection.pictureProperty().subscribe(this::tellPicture),
            context.snapshot().subscribe(model::update),
            context.snapshot().subscribe(browse::update));
    model.stepsProperty().subscribe((before, after) -> update());
    model.stepProperty().subscribe((before, after) -> update());
    root.sceneProperty().subscribe(scene -> setShown(scene != null));
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void close() {
    playback.playingProperty().set(false);
    listening.unsubscribe();
    context.commands().removeAll(commands);
    model.close();
    browse.close();
  }

  private void setShown(boolean shown) {
    model.setShown(shown);
    browse.setShown(shown);
    if (shown) {
      update();
    } else {
      playback.playingProperty().set(false);
    }
  }

  private void addPictures() {
    VBox.setVgrow(pictureGrid, Priority.ALWAYS);
    body.getChildren().add(body.getChildren().indexOf(restartRow), pictureGrid);
    add(StepPictures::original);
    add(StepPictures::perturbation);
    add(StepPictures::adversarial);
    add(StepPictures::gradient);
    add(StepPlots::classes);
    addOverSteps(StepPlots::confidence);
    addOverSteps(StepPlots::objective);
    addOverSteps(StepPlots::stepSize);
  }

  private PlotView add(Function<ShownStep, Plot> plot) {
    PlotView view = context.view(plot.apply(ShownStep.NONE));
    pictures.add(new Picture(view, plot));
    pictureGrid.getChildren().add(view);
    return view;
  }

  private void addOverSteps(Function<ShownStep, Plot> plot) {
    add(plot).setOnDragX(x -> model.goTo((int) Math.round(x)));
  }

  private AttackForm bindHead() {
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
    busy.visibleProperty().bind(model.busyProperty());
    follow.selectedProperty().bindBidirectional(model.followingProperty());
    follow
        .visibleProperty()
        .bind(context.selection().modelProperty().map(info -> info.live()).orElse(false));
    again.visibleProperty().bind(follow.visibleProperty().or(model.problemProperty().isNotEmpty()));
    status.textProperty().bind(model.statusProperty());
    status.visibleProperty().bind(status.textProperty().isNotEmpty());
    cancel.visibleProperty().bind(status.visibleProperty());
    cancel.setOnAction(e -> model.cancel());
    for (Node node : List.of(follow, again, status, cancel)) {
      node.managedProperty().bind(node.visibleProperty());
    }
    again.setOnAction(e -> model.attackAgain());
    newStart.setOnAction(e -> model.startAnew());
    newStart
        .disableProperty()
        .bind(model.attack().initialisationProperty().map("zero"::equals).orElse(true));
    Lines.show(browseWords, browse.wordsProperty());
    Lines.show(problem, model.problemProperty());
    Lines.show(age, model.ageProperty());
    return form;
  }

  /** Without a model there is nothing to go through: the view says what it will show. */
  private void bindEmptyState() {
    empty.visibleProperty().bind(context.selection().modelProperty().isNull());
    empty.managedProperty().bind(empty.visibleProperty());
    for (Node node : List.of(body, foot)) {
      node.visibleProperty().bind(empty.visibleProperty().not());
      node.managedProperty().bind(node.visibleProperty());
    }
    train.setOnAction(e -> context.show().accept("training"));
  }

  private void bindPictureBanner() {
    pictureBanner.visibleProperty().bind(context.selection().pictureProperty().isNotNull());
    pictureBanner.managedProperty().bind(pictureBanner.visibleProperty());
    backToTest.setOnAction(e -> context.selection().pictureProperty().set(null));
  }

  private void tellPicture(ImageSet picture) {
    if (picture != null) {
      pictureWords.setText(
          "%s in the place of the test image, its true class taken to be %s."
              .formatted(picture.name(), picture.classNames().get(picture.label(0))));
    }
  }

  private static String title(Attack attack) {
    return "Attack: " + AttackWords.of(attack.settings());
  }

  private static void showClasses(AttackForm form, BrowseBar bar, ImageSet images) {
    if (images != null) {
      form.setClasses(images.classNames());
      bar.setClasses(images.classNames());
    }
  }

  /** A hidden view draws nothing. */
  private void update() {
    if (root.getScene() == null) {
      return;
    }
    ShownStep shown =
        new ShownStep(
            model.restartsProperty().get(),
            model.stepsProperty().get(),
            model.stepProperty().get(),
            context.selection().thresholdProperty().get());
    pictures.forEach(picture -> picture.view().setPlot(picture.plot().apply(shown)));
    restarts.show(shown);
    transport.show();
    words.show(shown);
  }
}
