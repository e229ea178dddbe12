package org.rhobust.workbench.transition;

import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.rhobust.plot.Plot;
import org.rhobust.plot.PlotTheme;
import org.rhobust.plot.PlotView;
import org.rhobust.threat.Norm;
import org.rhobust.threat.Norms;
import org.rhobust.transition.Transitions;
import org.rhobust.workbench.NumberFields;
import org.rhobust.workbench.View;
import org.rhobust.workbench.ViewLoader;

/** Binds {@code fxml/transition.fxml} to a {@link TransitionModel}. */
public final class TransitionView implements View {

  private final TransitionModel model;
  private final ObservableValue<PlotTheme> theme;
  private final Parent root;
  private final Subscription listening = Subscription.EMPTY;

  @FXML private Slider rhoSlider;
  @FXML private TextField rho;
  @FXML private Label rhoProblem;
  @FXML private TextField epsilon;
  @FXML private Label epsilonProblem;
  @FXML private TextField distance;
  @FXML private Label distanceProblem;
  @FXML private TextField classes;
  @FXML private Label classesProblem;
  @FXML private ComboBox<Norm> norm;
  @FXML private ComboBox<String> family;
  @FXML private Label formula;
  @FXML private Label equation;
  @FXML private Label targets;
  @FXML private Label sentence;
  @FXML private StackPane curvePane;
  @FXML private StackPane barsPane;

  /** The view of a model. */
  public TransitionView(TransitionModel model, ObservableValue<PlotTheme> theme) {
    this.model = model;
    this.theme = theme;
    root = ViewLoader.load("transition", this);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void close() {
    listening.unsubscribe();
  }

  @FXML
  private void initialize() {
    NumberFields.bind(rho, rhoProblem, model.rho());
    NumberFields.bind(epsilon, epsilonProblem, model.epsilon());
    NumberFields.bind(distance, distanceProblem, model.distance());
    NumberFields.bind(classes, classesProblem, model.classes());
    bindSlider();
    norm.getItems().setAll(Norms.all());
    norm.setConverter(new NormSymbol());
    norm.valueProperty().bindBidirectional(model.normProperty());
    family.getItems().setAll(Transitions.names());
    family.valueProperty().bindBidirectional(model.familyProperty());
    model.targetProperty().subscribe(this::tell);
    PlotView curve = addPlot(curvePane, model.curveProperty());
    curve.setOnDragX(model.distance()::setValue);
    addPlot(barsPane, model.barsProperty());
  }

  /** The slider moves in log ρ, so that every doubling of ρ takes the same way. */
  private void bindSlider() {
    rhoSlider.setMin(Math.log10(TransitionModel.LOWEST_RHO));
    rhoSlider.setMax(Math.log10(TransitionModel.HIGHEST_RHO));
    rhoSlider.setValue(Math.log10(model.rho().value()));
    boolean[] moving = new boolean[1];
    rhoSlider
        .valueProperty()
        .addListener(
            (o, before, after) -> {
              if (!moving[0]) {
                moving[0] = true;
                model.rho().setValue(Math.pow(10, after.doubleValue()));
                moving[0] = false;
              }
            });
    model
        .rho()
        .valueProperty()
        .addListener(
            (o, before, after) -> {
              if (!moving[0]) {
                moving[0] = true;
                rhoSlider.setValue(Math.log10(after.doubleValue()));
                moving[0] = false;
              }
            });
  }

  private void tell(TargetAtDistance target) {
    formula.setText(target.transition().formula());
    equation.setText(target.equation());
    targets.setText(target.targets());
    sentence.setText(target.sentence());
  }

  private PlotView addPlot(StackPane pane, ObservableValue<? extends Plot> plot) {
    PlotView view = new PlotView(plot.getValue());
    plot.addListener((o, before, after) -> view.setPlot(after));
    view.themeProperty().bind(theme);
    pane.getChildren().setAll(view);
    return view;
  }

  private static final class NormSymbol extends StringConverter<Norm> {

    @Override
    public String toString(Norm norm) {
      return norm == null ? "" : norm.symbol();
    }

    @Override
    public Norm fromString(String symbol) {
      return Norms.all().stream().filter(n -> n.symbol().equals(symbol)).findFirst().orElse(null);
    }
  }
}
