package org.rhobust.workbench.controls;

import atlantafx.base.theme.Styles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.StringProperty;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.rhobust.attack.Objectives;
import org.rhobust.threat.Initialisation;
import org.rhobust.threat.Initialisations;

/** The fields of an {@link AttackModel}, in as many rows as the width asks for. */
public final class AttackForm extends VBox {

  private final AttackModel model;
  private final FlowPane row = new FlowPane(12, 8);
  private final Map<String, Control> fields = new HashMap<>();
  private final ComboBox<Integer> target = new ComboBox<>();

  private AttackForm(AttackModel model) {
    super(8);
    this.model = model;
    row.setRowValignment(VPos.BOTTOM);
    Label problem = new Label();
    problem.getStyleClass().add(Styles.DANGER);
    Label warning = new Label();
    warning.getStyleClass().add(Styles.WARNING);
    Lines.show(problem, model.problemProperty().map(FieldProblem::message).orElse(""));
    Lines.show(warning, model.warningProperty());
    getChildren().addAll(row, problem, warning);
    model.problemProperty().addListener((o, before, after) -> mark(before, after));
  }

  /** Norm, ε, steps and step size. */
  public static AttackForm brief(AttackModel model) {
    AttackForm form = new AttackForm(model);
    form.addBall();
    return form;
  }

  /** Everything. */
  public static AttackForm full(AttackModel model) {
    AttackForm form = new AttackForm(model);
    List<String> objectives = List.of(Objectives.names().split(", "));
    form.add(
        "Objective", Fields.choice(objectives, Function.identity(), model.objectiveProperty()));
    form.addTarget();
    form.addBall();
    form.addNumber("Momentum", "momentum", 4, model.momentumProperty());
    form.addBacktracking();
    List<String> starts = Initialisations.all().stream().map(Initialisation::name).toList();
    form.add("Start", Fields.choice(starts, Function.identity(), model.initialisationProperty()));
    form.addNumber("Restarts", "restarts", 3, model.restartsProperty());
    form.addNumber("Seed", "seed", 4, model.seedProperty());
    return form;
  }

  /** Sets the classes that a target is chosen from. */
  public void setClasses(List<String> names) {
    Integer chosen = model.targetProperty().get();
    target.setConverter(Fields.words(k -> names.get(k)));
    target.getItems().setAll(IntStream.range(0, names.size()).boxed().toList());
    target.setValue(chosen != null && chosen < names.size() ? chosen : Integer.valueOf(0));
  }

  private void addBall() {
    add("Norm", Fields.norm(model.normProperty()));
    addNumber("ε", "epsilon", 4, model.epsilonProperty());
    addNumber("Steps", "steps", 4, model.stepsProperty());
    addNumber("Step size", "step size", 5, model.stepSizeProperty());
  }

  private void addTarget() {
    Node box = add("Target class", target);
    setClasses(List.of("0"));
    target.valueProperty().bindBidirectional(model.targetProperty());
    fields.put("target", target);
    box.visibleProperty().bind(model.objectiveProperty().map("targeted"::equals));
    box.managedProperty().bind(box.visibleProperty());
  }

  private void addBacktracking() {
    CheckBox on = new CheckBox("Backtracking");
    on.getStyleClass().addAll(Styles.TEXT_SMALL);
    on.selectedProperty().bindBidirectional(model.backtracksProperty());
    TextField factor = Fields.number(4);
    factor.textProperty().bindBidirectional(model.backtrackingProperty());
    factor.disableProperty().bind(model.backtracksProperty().not());
    factor.setAccessibleText("Backtracking factor");
    fields.put("backtracking", factor);
    row.getChildren().add(new VBox(2, on, factor));
  }

  private void addNumber(String label, String name, int columns, StringProperty text) {
    TextField field = Fields.number(columns);
    field.textProperty().bindBidirectional(text);
    fields.put(name, field);
    add(label, field);
  }

  private Node add(String label, Control control) {
    VBox box = Fields.labelled(label, control);
    row.getChildren().add(box);
    return box;
  }

  private void mark(FieldProblem before, FieldProblem after) {
    if (before != null && fields.containsKey(before.field())) {
      Fields.mark(fields.get(before.field()), null);
    }
    if (after != null && fields.containsKey(after.field())) {
      Fields.mark(fields.get(after.field()), after.message());
    }
  }
}
