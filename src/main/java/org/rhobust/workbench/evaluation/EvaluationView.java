package org.rhobust.workbench.evaluation;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.DirectoryChooser;
import javafx.util.Subscription;
import org.rhobust.service.ModelInfo;
import org.rhobust.workbench.Command;
import org.rhobust.workbench.View;
import org.rhobust.workbench.ViewLoader;
import org.rhobust.workbench.WorkbenchContext;
import org.rhobust.workbench.controls.FieldProblem;
import org.rhobust.workbench.controls.Lines;

/** Evaluates a model by a battery of attacks and says whether the figures can be trusted. */
public final class EvaluationView implements View {

  private static final String TEACHING =
      """
      A battery attacks test images in many ways and counts each image by its worst case, as the \
      article's protocol asks: errors among the images that the model accepts at a threshold set on \
      images that no attack sees.

      Then it looks for what may flatter the figures, such as too few steps, hidden gradients or a \
      simple attack that beats a strong one, and says in one sentence whether they can be trusted. \
      Below that stand the table by attack, the plots and the images that are still confidently \
      wrong.""";
  private static final String BEFORE =
      "The quick battery is a first look; strong and paper take long, and go on"
          + " where they were cancelled.";
  private static final String WHILE =
      "The attacks run. The other views and a training go on meanwhile.";

  private final WorkbenchContext context;
  private final EvaluationModel model;
  private final ResultPage page;
  private final Parent root;
  private final List<Command> commands = new ArrayList<>();
  private final Subscription listening;

  @FXML private FlowPane form;
  @FXML private Button evaluate;
  @FXML private Label fieldProblem;
  @FXML private Label estimate;
  @FXML private Label problem;
  @FXML private Label notice;
  @FXML private HBox work;
  @FXML private ProgressBar progress;
  @FXML private Label status;
  @FXML private Button cancel;
  @FXML private StackPane content;
  @FXML private ScrollPane empty;
  @FXML private Label emptyTitle;
  @FXML private Label emptyText;
  @FXML private Label emptyHint;
  @FXML private Button fill;

  /**
   * Makes the view; it follows the selection.
   *
   * @param folder that the parts of evaluations are kept in
   * @param warningIcon makes the picture that stands for a warning, of style class "icon"
   */
  public EvaluationView(
      WorkbenchContext context, Supplier<Path> folder, Supplier<Node> warningIcon) {
    this.context = context;
    model =
        new EvaluationModel(
            context.selection(),
            context.inspection()::evaluate,
            folder,
            ForkJoinPool.commonPool(),
            context.ui(),
            () -> System.nanoTime() / 1e9);
    root = ViewLoader.load("evaluation", this);
    page = new ResultPage(model.results(), context.selection(), context::view, warningIcon);
    content.getChildren().add(page.node());
    new PlanForm(model, form);
    bindForm();
    bindWork();
    bindEmpty();
    page.save().setOnAction(e -> save());
    page.copy().setOnAction(e -> copy());
    listening =
        context
            .snapshot()
            .subscribe(model::update)
            .and(model.plan().keep(context.memory()))
            .and(model::close)
            .and(emptyTitle.textProperty()::unbind)
            .and(fill.textProperty()::unbind)
            .and(fill.disableProperty()::unbind);
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
  }

  private void addCommands() {
    commands.add(new Command("Evaluate the model", "", evaluate::fire));
    commands.add(new Command("Cancel the evaluation", "", model::cancel));
    context.commands().addAll(commands);
  }

  private void bindForm() {
    PlanModel plan = model.plan();
    Lines.show(fieldProblem, plan.problemProperty().map(FieldProblem::message).orElse(""));
    Lines.show(estimate, model.estimateProperty());
    evaluate
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !model.canEvaluate() || model.work().runningProperty().get(),
                plan.planProperty(),
                model.work().runningProperty(),
                context.selection().modelProperty(),
                context.selection().imagesProperty()));
    evaluate.setOnAction(e -> model.evaluate());
  }

  private void bindWork() {
    work.visibleProperty().bind(model.work().runningProperty());
    work.managedProperty().bind(work.visibleProperty());
    progress.progressProperty().bind(model.work().progressProperty());
    status.textProperty().bind(model.work().statusProperty());
    cancel.setOnAction(e -> model.cancel());
    Lines.show(
        problem,
        Bindings.createStringBinding(
            this::problemText, model.work().problemProperty(), model.files().problemProperty()));
    Lines.show(notice, model.files().noticeProperty());
  }

  private String problemText() {
    String ofWork = model.work().problemProperty().get();
    return ofWork.isEmpty() ? model.files().problemProperty().get() : ofWork;
  }

  private void bindEmpty() {
    empty.visibleProperty().bind(model.results().findingsProperty().isNull());
    emptyTitle
        .textProperty()
        .bind(
            context
                .selection()
                .modelProperty()
                .map(selected -> selected.title() + " is not evaluated yet")
                .orElse("Open a model, or start a training"));
    emptyText.setText(TEACHING);
    emptyHint
        .textProperty()
        .bind(Bindings.when(model.work().runningProperty()).then(WHILE).otherwise(BEFORE));
    ObservableValue<ModelInfo> selected = context.selection().modelProperty();
    fill.textProperty().bind(selected.map(info -> "Evaluate").orElse("Train a model"));
    fill.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> selected.getValue() != null && evaluate.isDisabled(),
                selected,
                evaluate.disableProperty()));
    fill.setOnAction(e -> fill());
    page.copy()
        .disableProperty()
        .bind(model.results().findingsProperty().map(f -> f.outcome().model().live()).orElse(true));
    page.copy().setTooltip(new Tooltip("The command line that makes this evaluation again"));
  }

  private void fill() {
    if (context.selection().modelProperty().get() == null) {
      context.show().accept("training");
    } else {
      model.evaluate();
    }
  }

  private void save() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Choose the folder of the report");
    Optional.ofNullable(chooser.showDialog(root.getScene().getWindow()))
        .map(File::toPath)
        .ifPresent(model::save);
  }

  private void copy() {
    ClipboardContent text = new ClipboardContent();
    String command = model.results().findingsProperty().get().outcome().command(Path.of("report"));
    text.putString("java -jar target/rhobust.jar " + command);
    Clipboard.getSystemClipboard().setContent(text);
    model.files().tell("Copied: " + command);
  }
}
