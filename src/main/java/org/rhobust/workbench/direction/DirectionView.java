package org.rhobust.workbench.direction;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.rhobust.evaluation.DirectionKind;
import org.rhobust.plot.FigureMenu;
import org.rhobust.service.ModelInfo;
import org.rhobust.service.ModelShelf;
import org.rhobust.workbench.Command;
import org.rhobust.workbench.View;
import org.rhobust.workbench.ViewLoader;
import org.rhobust.workbench.WorkbenchContext;
import org.rhobust.workbench.controls.AttackForm;
import org.rhobust.workbench.controls.AttackWords;
import org.rhobust.workbench.controls.FieldProblem;
import org.rhobust.workbench.controls.Fields;
import org.rhobust.workbench.controls.Lines;

/** Shows the confidences from an image through its adversarial example and beyond the ε-ball. */
public final class DirectionView implements View {

  private final WorkbenchContext context;
  private final DirectionModel model;
  private final ComparedModel compare;
  private final Parent root;
  private final DirectionPanel mainPanel;
  private final DirectionPanel comparedPanel;
  private final TextField other = Fields.number(5);
  private final TextField count = Fields.number(4);
  private final List<Command> commands;
  private Subscription listening;

  @FXML private FlowPane form;
  @FXML private ToggleGroup modes;
  @FXML private HBox modeButtons;
  @FXML private HBox otherImage;
  @FXML private HBox many;
  @FXML private Button compute;
  @FXML private Button next;
  @FXML private CheckBox clipped;
  @FXML private CheckBox shared;
  @FXML private HBox comparing;
  @FXML private Button pin;
  @FXML private Hyperlink suggestion;
  @FXML private VBox settings;
  @FXML private Label problem;
  @FXML private Label liveNote;
  @FXML private MenuButton save;
  @FXML private GridPane panels;

  /** Makes the view; it follows the selection. */
  public DirectionView(WorkbenchContext context) {
    this.context = context;
    model =
        new DirectionModel(
            context.selection(),
            Asking.of(context.inspection()),
            context.training()::probeImage,
            context.ui(),
            () -> System.nanoTime() / 1e9);
    compare =
        new ComparedModel(
            context.selection(), ModelShelf.samples(), context.models()::open, context.ui());
    root = ViewLoader.load("direction", this);
    mainPanel = panel(context.selection().thresholdProperty());
    comparedPanel =
        panel(
            context
                .selection()
                .comparedProperty()
                .map(DirectionView::threshold)
                .orElse(Double.NaN));
    comparedPanel.zoomWith(mainPanel);
    bindForm();
    bindComparison();
    bindNotes();
    listening = listen();
    commands = DirectionCommands.of(model, compare);
    context.commands().addAll(commands);
    model.update(context.snapshot().getValue());
  }

  private DirectionPanel panel(ObservableValue<? extends Number> threshold) {
    return new DirectionPanel(
        context.view(DirectionPlots.empty("")),
        threshold,
        model::cancel,
        new EmptyDirection(model, context));
  }

  /** The compared model's own; the selected τ is the selected model's. */
  private static Double threshold(ModelInfo info) {
    boolean known = info.description() != null && info.description().threshold() != null;
    return known ? info.description().threshold().value() : Double.NaN;
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
    compare.close();
    mainPanel.close();
    comparedPanel.close();
  }

  private Subscription listen() {
    return Subscription.combine(
        root.sceneProperty().subscribe(scene -> model.shownProperty().set(scene != null)),
        context.snapshot().subscribe(model::update),
        context.selection().modelProperty().subscribe(selected -> arrange()),
        context.selection().comparedProperty().subscribe(compared -> arrange()),
        model.fields().modeProperty().subscribe(mode -> arrange()),
        DirectionMemory.keep(context.memory(), model.fields(), compare));
  }

  private void arrange() {
    Mode mode = model.fields().modeProperty().get();
    boolean two = model.comparing();
    mainPanel.show(model.main().slot(mode), two);
    comparedPanel.show(model.compared().slot(mode), two);
    PanelGrid.fill(panels, two ? List.of(mainPanel, comparedPanel) : List.of(mainPanel));
    compare
        .suggestion()
        .ifPresent(offer -> suggestion.setText("As in the article: with " + offer.title()));
    show(suggestion, compare.suggestion().isPresent());
    shared.setDisable(!two);
    show(save, two);
  }

  private void bindForm() {
    FieldsModel fields = model.fields();
    for (Mode mode : Mode.values()) {
      ToggleButton button = (ToggleButton) modes.getToggles().get(mode.ordinal());
      button.setText(mode.words());
      fields.modeProperty().subscribe(now -> button.setSelected(now == mode));
      button.setOnAction(
          e -> {
            fields.modeProperty().set(mode);
            button.setSelected(true);
          });
    }
    ComboBox<DirectionKind> kind =
        Fields.choice(List.of(DirectionKind.values()), DirectionKind::words, fields.kindProperty());
    kind.setId("kind");
    form.getChildren().add(1, Fields.labelled("Direction", kind));
    other.setPromptText("next class");
    other.setId("other");
    other.textProperty().bindBidirectional(fields.otherProperty());
    otherImage.getChildren().add(0, Fields.labelled("To image", other));
    next.setOnAction(e -> model.nextOther());
    show(otherImage, false);
    fields.kindProperty().subscribe(k -> show(otherImage, k == DirectionKind.BETWEEN));
    count.setId("count");
    count.textProperty().bindBidirectional(fields.countTextProperty());
    VBox counted = Fields.labelled("Test images", count);
    many.getChildren().add(0, counted);
    compute.setOnAction(e -> model.compute());
    fields
        .modeProperty()
        .subscribe(
            mode -> {
              show(counted, mode == Mode.MANY);
              show(many, mode != Mode.IMAGE);
            });
    TextField seed = Fields.number(4);
    seed.textProperty().bindBidirectional(fields.attack().seedProperty());
    VBox seeded = Fields.labelled("Seed", seed);
    form.getChildren().add(3, seeded);
    Stream.of(fields.modeProperty(), fields.kindProperty())
        .forEach(property -> property.subscribe(value -> show(seeded, fields.drawsAtRandom())));
    clipped.selectedProperty().bindBidirectional(fields.clippedProperty());
    AttackForm attack = AttackForm.brief(fields.attack());
    attack.disableProperty().bind(model.liveProperty());
    settings.getChildren().add(0, attack);
    Lines.show(problem, fields.problemProperty().map(FieldProblem::message).orElse(""));
    fields.problemProperty().subscribe(this::mark);
  }

  private void mark(FieldProblem found) {
    String field = found == null ? "" : found.field();
    Fields.mark(other, field.equals(FieldsModel.OTHER) ? found.message() : null);
    Fields.mark(count, field.equals(FieldsModel.COUNT) ? found.message() : null);
  }

  private void bindComparison() {
    ComboBox<ComparedModel.Offer> choice =
        Fields.choice(compare.offers(), ComparedModel.Offer::title, compare.chosenProperty());
    choice.setId("compare");
    choice.setPrefWidth(164);
    comparing.getChildren().add(0, Fields.labelled("Compare with", choice));
    pin.setOnAction(e -> compare.pin());
    pin.disableProperty().bind(context.selection().modelProperty().isNull());
    FigureMenu.install(
        save,
        "direction",
        () ->
            Figures.of(
                mainPanel.answer(),
                mainPanel.threshold(),
                comparedPanel.answer(),
                comparedPanel.threshold()),
        context.plotTheme(),
        context.notice(),
        context.warn());
    shared.selectedProperty().bindBidirectional(model.fields().sharedProperty());
    suggestion.setOnAction(e -> compare.suggestion().ifPresent(compare.chosenProperty()::set));
  }

  private void bindNotes() {
    Lines.show(
        liveNote,
        Bindings.createStringBinding(
            this::notes,
            model.liveProperty(),
            model.main().slot(Mode.IMAGE).answerProperty(),
            compare.problemProperty()));
  }

  private String notes() {
    if (!compare.problemProperty().get().isEmpty()) {
      return compare.problemProperty().get();
    }
    Answer found = model.main().slot(Mode.IMAGE).answerProperty().get();
    if (!model.liveProperty().get() || found == null) {
      return "";
    }
    return "Live, found by a short attack: "
        + AttackWords.of(found.question().request().settings().attack())
        + ". Pause the training for settings of your own.";
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
