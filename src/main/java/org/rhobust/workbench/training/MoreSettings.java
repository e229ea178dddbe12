package org.rhobust.workbench.training;

import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.rhobust.data.augmentation.Augmentations;
import org.rhobust.model.SampleModels;
import org.rhobust.threat.Initialisation;
import org.rhobust.threat.Initialisations;
import org.rhobust.training.OptimiserSettings;
import org.rhobust.training.TrainingMethod;
import org.rhobust.transition.Transitions;
import org.rhobust.workbench.controls.Fields;
import org.rhobust.workbench.controls.Lines;

/** The part of the training form that is rarely changed. */
final class MoreSettings extends VBox {

  private final TrainingForm form;
  private final WeightsCheck check;
  private Subscription listening = Subscription.EMPTY;

  MoreSettings(TrainingForm form, WeightsCheck check) {
    super(6);
    this.check = check;
    this.form = form;
    addTransition();
    addOptimiser();
    addAttack();
    addStart();
  }

  /** Ends what the form knows of the fields. */
  void close() {
    listening.unsubscribe();
  }

  private void addTransition() {
    TextField share = new TextField();
    share.disableProperty().bind(form.methodProperty().isEqualTo(TrainingMethod.NORMAL));
    ComboBox<String> family =
        Fields.choice(Transitions.names(), Function.identity(), form.familyProperty());
    family
        .disableProperty()
        .bind(form.methodProperty().isNotEqualTo(TrainingMethod.CONFIDENCE_CALIBRATED));
    add(
        new FormRow()
            .control("Transition", family)
            .number("Attacked φ", form.fraction(), share)
            .explained(form.unfittingProperty()));
  }

  private void addOptimiser() {
    OptimiserFields optimiser = form.optimiser();
    heading(this, "Optimiser");
    ComboBox<String> name =
        Fields.choice(OptimiserSettings.NAMES, OptimiserFields::title, optimiser.nameProperty());
    name.setId("optimiser");
    add(new FormRow().control("Algorithm", name).number("Batch", form.batch()));
    add(
        new FormRow()
            .number("Learning rate", optimiser.learningRate())
            .number("Momentum, β₁", optimiser.momentum()));
    ComboBox<String> schedule =
        Fields.choice(
            OptimiserFields.schedules(), Function.identity(), optimiser.scheduleProperty());
    schedule.setId("schedule");
    add(
        new FormRow()
            .number("Weight decay", optimiser.weightDecay())
            .control("Schedule", schedule));
    TextField decay = new TextField();
    decay.visibleProperty().bind(optimiser.scheduleProperty().map(OptimiserFields::decays));
    TextField milestones = new TextField();
    milestones.textProperty().bindBidirectional(optimiser.milestonesProperty());
    milestones
        .visibleProperty()
        .bind(optimiser.scheduleProperty().map(OptimiserFields::hasMilestones));
    add(
        new FormRow()
            .number("Decay", optimiser.decay(), decay)
            .control("after the epochs", milestones)
            .explained(optimiser.problemProperty()));
    CheckBox nesterov = flag("Nesterov momentum", optimiser.nesterovProperty());
    nesterov.disableProperty().bind(optimiser.nameProperty().isNotEqualTo(OptimiserSettings.SGD));
    getChildren().add(nesterov);
  }

  private void addAttack() {
    AttackFields attack = form.attack();
    VBox fields = new VBox(6);
    fields.disableProperty().bind(form.methodProperty().isEqualTo(TrainingMethod.NORMAL));
    getChildren().add(fields);
    heading(fields, "Attack (PGD)");
    ComboBox<String> objective =
        Fields.choice(AttackFields.objectives(), Function.identity(), attack.objectiveProperty());
    objective.setId("objective");
    add(fields, new FormRow().control("Objective", objective).number("Steps", attack.steps()));
    add(
        fields,
        new FormRow().number("Step size", attack.stepSize()).number("Momentum", attack.momentum()));
    TextField factor = new TextField();
    factor.disableProperty().bind(attack.backtracksProperty().not());
    add(
        fields,
        new FormRow()
            .control("Backtracking", flag("on", attack.backtracksProperty()))
            .number("Factor", attack.backtracking(), factor));
    label(fields, "Start, drawn for each batch");
    listening =
        listening.and(
            FormFields.addFlags(
                flow(fields, "starts"),
                Initialisations.all().stream().map(Initialisation::name).toList(),
                form::startsOfPreset,
                attack.initialisationsProperty()));
    Label problem = new Label();
    problem.getStyleClass().add("problem");
    Lines.show(problem, attack.startsProblemProperty());
    fields.getChildren().add(problem);
  }

  private void addStart() {
    heading(this, "Images and weights");
    label(this, "Augmentation");
    listening =
        listening.and(
            FormFields.addFlags(
                flow(this, "augmentation"),
                Augmentations.names(),
                Augmentations::names,
                form.augmentationProperty()));
    ComboBox<String> weights = new ComboBox<>();
    weights.setId("weights");
    weights.setEditable(true);
    weights.setPromptText("fresh weights");
    weights.setAccessibleText("Model whose weights to start from");
    weights.setTooltip(
        new Tooltip("Fresh weights, or those of a model of the same network: a name or a folder"));
    FormFields.bindNames(weights, SampleModels.shipped().names(), form.weightsProperty());
    add(new FormRow().control("Start from", weights).explained(check.problemProperty()));
  }

  private static CheckBox flag(String text, BooleanProperty value) {
    CheckBox box = new CheckBox(text);
    box.selectedProperty().bindBidirectional(value);
    return box;
  }

  private static void heading(VBox target, String text) {
    Label label = new Label(text);
    label.getStyleClass().add("form-heading");
    label.setWrapText(true);
    target.getChildren().add(label);
  }

  private static void label(VBox target, String text) {
    Label label = new Label(text);
    label.getStyleClass().add("field-label");
    target.getChildren().add(label);
  }

  private static FlowPane flow(VBox target, String id) {
    FlowPane flow = new FlowPane(12, 6);
    flow.setId(id);
    target.getChildren().add(flow);
    return flow;
  }

  private void add(FormRow row) {
    add(this, row);
  }

  private void add(VBox target, FormRow row) {
    listening = listening.and(row.addTo(target));
  }
}
