package org.rhobust.workbench.evaluation;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.rhobust.evaluation.Scores;
import org.rhobust.evaluation.battery.AttackedImage;
import org.rhobust.evaluation.warning.Verdict;
import org.rhobust.plot.Plot;
import org.rhobust.plot.PlotView;
import org.rhobust.report.PublishedResults;
import org.rhobust.run.Evaluation;
import org.rhobust.workbench.Selection;
import org.rhobust.workbench.ViewLoader;
import org.rhobust.workbench.controls.FigureRow;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.controls.ImageStrip;

/** Binds {@code fxml/evaluation-result.fxml} to the findings of an {@link ResultModel}. */
final class ResultPage {

  private static final PseudoClass RAISED = PseudoClass.getPseudoClass("raised");
  private static final double FIGURE_WIDTH = 76;
  private static final double PLOT_HEIGHT = 240;
  private static final double PICTURE = 64;
  private static final int COLUMNS = 2;

  private final ResultModel model;
  private final Function<Plot, PlotView> viewer;
  private final Supplier<Node> icon;
  private final Parent parent;
  private final AttackTable adversaries = AttackTable.ofAdversaries();
  private final AttackTable withoutAdversary = AttackTable.ofOthers();
  private final List<PlotView> views = new ArrayList<>();
  private final WarningList list;
  private final FigureRow numbers;
  private final ImageStrip<AttackedImage> strip;
  private Verdict shown;

  @FXML private ScrollPane root;
  @FXML private VBox verdict;
  @FXML private Label sentence;
  @FXML private Label origin;
  @FXML private HBox rates;
  @FXML private HBox threatChoice;
  @FXML private ComboBox<String> threats;
  @FXML private FlowPane figures;
  @FXML private StackPane table;
  @FXML private VBox others;
  @FXML private StackPane otherTable;
  @FXML private TitledPane published;
  @FXML private VBox warnings;
  @FXML private GridPane plots;
  @FXML private Label worstTitle;
  @FXML private ScrollPane worstScroll;
  @FXML private HBox worst;
  @FXML private Button save;
  @FXML private Button copy;

  ResultPage(
      ResultModel model,
      Selection selection,
      Function<Plot, PlotView> viewer,
      Supplier<Node> icon) {
    this.model = model;
    this.viewer = viewer;
    this.icon = icon;
    parent = ViewLoader.load("evaluation-result", this);
    list = new WarningList(warnings, icon);
    numbers = new FigureRow(figures, FIGURE_WIDTH);
    strip = new ImageStrip<>(worst, PICTURE, selection::select);
    table.getChildren().setAll(adversaries.node());
    otherTable.getChildren().setAll(withoutAdversary.node());
    published.setText(PublishedResults.LABEL);
    published.setContent(PublishedGrid.node());
    nameFigures();
    addRates();
    threats.valueProperty().addListener((o, before, threat) -> choose(threat));
    model.findingsProperty().addListener((o, before, findings) -> show(findings));
    show(model.findingsProperty().get());
  }

  Parent node() {
    return parent;
  }

  Button save() {
    return save;
  }

  Button copy() {
    return copy;
  }

  private void nameFigures() {
    numbers.add("τ", "Threshold: an image of lower confidence is rejected");
    numbers.add("RErr(τ)", "Robust test error: errors among the accepted, clean or attacked");
    numbers.add("Err(τ)", "Clean test error among the accepted images");
    numbers.add("RErr", "Robust test error without rejection");
    numbers.add("Err", "Clean test error without rejection");
    numbers.add("AUC", "How well confidence tells clean images from successful attacks");
    numbers.add("Success rate", "Correctly classified images that some attack makes an error of");
    numbers.add("FPR", "Attacked images that only the attack makes an accepted error of");
    numbers.add("FPR succ.", "The same of the successful attacks: the horizontal axis of the ROC");
  }

  private void addRates() {
    ToggleGroup group = new ToggleGroup();
    List<String> shapes = List.of(Styles.LEFT_PILL, Styles.CENTER_PILL, Styles.RIGHT_PILL);
    Label title = new Label("τ at a TPR of  ");
    title.setMinWidth(Label.USE_PREF_SIZE);
    title.setTooltip(
        new Tooltip("The share of correctly classified held-out images that are accepted"));
    rates.getChildren().add(title);
    for (int i = 0; i < shapes.size(); i++) {
      double rate = Evaluation.TRUE_POSITIVE_RATES.get(i);
      ToggleButton button = new ToggleButton(Format.plain(100 * rate) + " %");
      button.setId("rate-" + Format.plain(100 * rate).replace('.', '-'));
      button.getStyleClass().add(shapes.get(i));
      button.setToggleGroup(group);
      button.setAccessibleText("Threshold at " + Format.plain(100 * rate) + " % true positives");
      button.setSelected(rate == model.rateProperty().get());
      button.setOnAction(e -> model.setRate(rate));
      // The button follows the model, so that pressing the chosen one does not release it.
      button
          .selectedProperty()
          .addListener(o -> button.setSelected(rate == model.rateProperty().get()));
      model.rateProperty().addListener(o -> button.setSelected(rate == model.rateProperty().get()));
      rates.getChildren().add(button);
    }
  }

  private void choose(String threat) {
    if (threat != null) {
      model.setThreat(threat);
    }
  }

  private void show(Findings findings) {
    parent.setVisible(findings != null);
    if (findings == null) {
      return;
    }
    showVerdict(findings);
    showThreats(findings);
    showFigures(findings);
    adversaries.show(findings.adversaries());
    withoutAdversary.show(findings.withoutAdversary());
    others.setVisible(!findings.withoutAdversary().isEmpty());
    others.setManaged(others.isVisible());
    showPlots(findings.plots());
    showWorst(findings);
  }

  /** Another evaluation is read from its top; another threshold leaves the place. */
  private void showVerdict(Findings findings) {
    Verdict latest = findings.outcome().evaluation().verdict();
    if (latest == shown) {
      return;
    }
    shown = latest;
    root.setVvalue(0);
    verdict.pseudoClassStateChanged(RAISED, !latest.trustworthy());
    sentence.setText(latest.sentence());
    sentence.setGraphic(latest.trustworthy() ? null : icon.get());
    origin.setText(findings.outcome().origin() + ". Judged at a TPR of 99 %.");
    list.show(latest);
  }

  private void showThreats(Findings findings) {
    if (!threats.getItems().equals(findings.threats())) {
      threats.getItems().setAll(findings.threats());
    }
    threats.setValue(findings.threat());
    threatChoice.setVisible(findings.threats().size() > 1);
    threatChoice.setManaged(threatChoice.isVisible());
  }

  private void showFigures(Findings findings) {
    Scores scores = findings.scores();
    numbers.show("τ", Format.confidence(scores.threshold()));
    numbers.show("RErr(τ)", Format.percent(scores.robustErrorAtThreshold()));
    numbers.show("Err(τ)", Format.percent(scores.testErrorAtThreshold()));
    numbers.show("RErr", Format.percent(scores.robustError()));
    numbers.show("Err", Format.percent(scores.testError()));
    numbers.show("AUC", Format.confidence(scores.areaAgainstAllClean()));
    numbers.show("Success rate", Format.percent(scores.successRate()));
    numbers.show("FPR", Format.percent(scores.falsePositiveRate()));
    numbers.show("FPR succ.", Format.percent(scores.falsePositiveRateOfSuccessful()));
  }

  private void showPlots(List<Plot> latest) {
    for (int i = 0; i < latest.size(); i++) {
      if (i == views.size()) {
        PlotView view = viewer.apply(latest.get(i));
        view.setMinHeight(PLOT_HEIGHT);
        view.setOnDragX(null);
        GridPane.setHgrow(view, Priority.ALWAYS);
        plots.add(view, i % COLUMNS, i / COLUMNS);
        views.add(view);
      }
      views.get(i).setPlot(latest.get(i));
    }
  }

  private void showWorst(Findings findings) {
    int attacked = findings.outcome().evaluation().split().attacked();
    worstTitle.setText(
        findings.worst().isEmpty()
            ? "Worst images: at the attacks' best points none is misclassified and accepted"
            : "Worst images: %s of %s are misclassified and accepted after the attack; press one to look closer in Direction and PGD steps"
                .formatted(Format.count(findings.worst().size()), Format.count(attacked)));
    worstScroll.setVisible(!findings.worst().isEmpty());
    worstScroll.setManaged(worstScroll.isVisible());
    strip.show(findings.worst(), image -> WorstImage.item(findings, image));
  }
}
