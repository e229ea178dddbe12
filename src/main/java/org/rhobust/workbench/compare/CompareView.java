package org.rhobust.workbench.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.rhobust.plot.Figure;
import org.rhobust.plot.FigureMenu;
import org.rhobust.service.ModelInfo;
import org.rhobust.service.RunQueue;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.training.Preset;
import org.rhobust.training.Presets;
import org.rhobust.training.TrainingMethod;
import org.rhobust.workbench.Command;
import org.rhobust.workbench.NumberFields;
import org.rhobust.workbench.Selection;
import org.rhobust.workbench.View;
import org.rhobust.workbench.ViewLoader;
import org.rhobust.workbench.WorkbenchContext;
import org.rhobust.workbench.controls.Fields;
import org.rhobust.workbench.controls.Lines;
import org.rhobust.workbench.controls.ModelTests;
import org.rhobust.workbench.controls.TotalTime;

/** The article's Figures 1 and 3 of the three methods, side by side as they are trained. */
public final class CompareView implements View {

  /** Enough for a first look at three models. */
  private static final int IMAGES = 200;

  private static final String FLATTERS =
      " A short attack flatters the models: the Evaluation view runs stronger ones.";

  private final WorkbenchContext context;
  private final Selection selection;
  private final CompareModel model;
  private final TotalTime time;
  private final List<ColumnPane> panes = new ArrayList<>();
  private final FigureTable figures = new FigureTable();
  private final List<Command> commands = new ArrayList<>();
  private final Parent root;
  private Subscription listening = Subscription.EMPTY;

  @FXML private ComboBox<Preset> preset;
  @FXML private TextField seed;
  @FXML private Label seedProblem;
  @FXML private Button reproduce;
  @FXML private Button shipped;
  @FXML private Button cancel;
  @FXML private Button goOn;
  @FXML private Button pin;
  @FXML private MenuButton saveDirections;
  @FXML private MenuButton saveConfidences;
  @FXML private Label total;
  @FXML private Label problem;
  @FXML private VBox empty;
  @FXML private Button reproduceFirst;
  @FXML private Button shippedFirst;
  @FXML private ScrollPane scroll;
  @FXML private HBox columns;
  @FXML private StackPane table;
  @FXML private Label caption;

  /**
   * Makes the view.
   *
   * @param queue trains the methods
   * @param runs the folder that runs are made in
   * @param inspect selects a model in all views
   */
  public CompareView(
      WorkbenchContext context,
      RunQueue queue,
      ObservableValue<Path> runs,
      Consumer<ModelInfo> inspect) {
    this.context = context;
    selection = context.selection();
    ModelTests tests =
        new ModelTests(context.models(), context.inspection(), IMAGES, ForkJoinPool.commonPool());
    model =
        new CompareModel(
            queue,
            new CompareServices(
                tests::open,
                tests::measure,
                request -> context.inspection().direction("compare", request)),
            selection,
            runs,
            context.deviceProperty(),
            context.ui());
    time = new TotalTime(queue.speeds(), context.training()::estimate, context.ui());
    root = ViewLoader.load("compare", this);
    for (TrainingMethod method : TrainingMethod.values()) {
      ColumnPane pane = new ColumnPane(method, context::view, inspect, this::pin);
      HBox.setHgrow(pane.node(), Priority.ALWAYS);
      panes.add(pane);
      columns.getChildren().add(pane.node());
    }
    table.getChildren().setAll(figures.node());
    listening = listen(queue);
    addCommands();
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void close() {
    listening.unsubscribe();
    context.commands().removeAll(commands);
    model.close();
  }

  @FXML
  private void initialize() {
    preset.getItems().setAll(Presets.all());
    preset.setConverter(Fields.words(Preset::name));
    preset.valueProperty().bindBidirectional(model.presetProperty());
    NumberFields.bind(seed, seedProblem, model.seed());
    Lines.show(problem, model.problemProperty());
    Lines.show(
        total,
        time.wordsProperty()
            .map(
                words ->
                    words.isEmpty()
                        ? ""
                        : "Normal, adversarial and CCAT with the same seed, one after the other: "
                            + words
                            + (words.endsWith("…") ? "" : ".")));
    reproduce
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !model.seed().valid(), model.seed().problemProperty()));
    reproduceFirst.disableProperty().bind(reproduce.disableProperty());
    for (Button button : List.of(reproduce, reproduceFirst)) {
      button.setOnAction(event -> model.reproduce());
    }
    for (Button button : List.of(shipped, shippedFirst)) {
      button.setOnAction(event -> model.showShipped());
    }
    cancel.visibleProperty().bind(model.busyProperty());
    cancel.managedProperty().bind(cancel.visibleProperty());
    cancel.setOnAction(event -> model.cancel());
    goOn.managedProperty().bind(goOn.visibleProperty());
    goOn.setOnAction(event -> model.goOnWithQueue());
    pin.setOnAction(event -> pinSelected());
    bindSave(saveDirections, "figure-1", ComparePlots::directions);
    bindSave(saveConfidences, "figure-3", ComparePlots::allConfidences);
    empty
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.columnsProperty().get().isEmpty(), model.columnsProperty()));
    scroll.visibleProperty().bind(empty.visibleProperty().not());
  }

  private void bindSave(
      MenuButton button, String name, Function<List<Column>, Optional<Figure>> figure) {
    FigureMenu.install(
        button,
        name,
        () -> figure.apply(model.columnsProperty().get()),
        context.plotTheme(),
        context.notice(),
        context.warn());
    button.setDisable(true);
  }

  private Subscription listen(RunQueue queue) {
    Runnable queueListening = queue.listen(now -> context.ui().execute(this::showQueue));
    showQueue();
    return context
        .memory()
        .keep(
            "compare.preset", "preset of the comparison", model.presetProperty(), new PresetName())
        .and(
            context
                .memory()
                .keep(
                    "compare.shown",
                    "what is compared",
                    model.comparisonProperty(),
                    new ComparisonText()))
        .and(
            context
                .memory()
                .keepText("compare.seed", "seed of the comparison", model.seed().textProperty()))
        .and(model.columnsProperty().subscribe(() -> show()))
        .and(model.presetProperty().subscribe(value -> askTime()))
        .and(
            context.snapshot().map(TrainingSnapshot::state).subscribe((before, state) -> askTime()))
        .and(selection.modelProperty().subscribe(value -> showPin()))
        .and(selection.comparedProperty().subscribe(value -> showPin()))
        .and(root.sceneProperty().subscribe(scene -> looked(scene != null)))
        .and(queueListening::run);
  }

  private void looked(boolean on) {
    model.lookedProperty().set(on);
    askTime();
    show();
  }

  private void askTime() {
    if (model.lookedProperty().get()) {
      time.ask(model.settings(), context.deviceProperty().getValue());
    }
  }

  private void showQueue() {
    goOn.setVisible(model.queueIsPaused());
  }

  /** A training that is queued tells its progress many times a second; nobody may look. */
  private void show() {
    if (!model.lookedProperty().get()) {
      return;
    }
    List<Column> all = model.columnsProperty().get();
    showQueue();
    for (int i = 0; i < all.size(); i++) {
      panes.get(i).show(all.get(i), all);
    }
    figures.show(all);
    saveDirections.setDisable(ComparePlots.directions(all).isEmpty());
    saveConfidences.setDisable(ComparePlots.allConfidences(all).isEmpty());
    caption.setText(
        all.stream()
            .filter(column -> column.measured() != null)
            .findFirst()
            .map(column -> "Worst of " + column.subject().test().words() + "." + FLATTERS)
            .orElse(""));
  }

  private void pin(ModelInfo chosen) {
    selection.comparedProperty().set(chosen);
    context.notice().accept(chosen.title() + " is pinned: views lay it beside the selected model.");
  }

  private void pinSelected() {
    ModelInfo selected = selection.modelProperty().get();
    if (selection.comparedProperty().get() != null) {
      selection.comparedProperty().set(null);
    } else if (selected != null) {
      pin(selected);
    }
  }

  private void showPin() {
    ModelInfo pinned = selection.comparedProperty().get();
    pin.setText(pinned == null ? "Pin the selected model" : "Unpin " + pinned.title());
    pin.setDisable(pinned == null && selection.modelProperty().get() == null);
  }

  private void addCommands() {
    commands.add(new Command("Reproduce the article", "", () -> shown(model::reproduce)));
    commands.add(new Command("Compare the shipped models", "", () -> shown(model::showShipped)));
    commands.add(new Command("Pin or unpin the selected model", "", this::pinSelected));
    context.commands().addAll(commands);
  }

  private void shown(Runnable action) {
    context.show().accept("compare");
    action.run();
  }
}
