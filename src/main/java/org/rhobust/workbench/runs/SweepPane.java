package org.rhobust.workbench.runs;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;
import org.rhobust.workbench.Memory;
import org.rhobust.workbench.controls.Fields;
import org.rhobust.workbench.controls.Lines;
import org.rhobust.workbench.controls.TotalTime;

/** The fields of a {@link SweepModel}, with how many runs they give and how long these take. */
final class SweepPane {

  private final SweepModel model;
  private final VBox node;
  private final Map<TrainingMethod, BooleanProperty> chosen = new EnumMap<>(TrainingMethod.class);

  /**
   * @param time tells how long the runs take
   * @param add lines them up
   */
  SweepPane(SweepModel model, TotalTime time, Consumer<List<TrainingSettings>> add) {
    this.model = model;
    Button button = new Button();
    button.setId("add-sweep");
    button.getStyleClass().add(Styles.ACCENT);
    button
        .textProperty()
        .bind(
            model
                .planProperty()
                .map(
                    plan ->
                        plan.settings().size() == 1
                            ? "Line up 1 run"
                            : "Line up %d runs".formatted(plan.settings().size())));
    button.disableProperty().bind(model.planProperty().map(plan -> plan.settings().isEmpty()));
    button.setOnAction(event -> add.accept(model.planProperty().get().settings()));
    FlowPane fields =
        new FlowPane(
            14,
            8,
            methods(),
            field("ρ of CCAT", "sweep-rhos", 10, model.rhosProperty()),
            field("Seeds", "sweep-seeds", 8, model.seedsProperty()),
            button);
    fields.setRowValignment(VPos.BOTTOM);
    Label problem = new Label();
    problem.setId("sweep-problem");
    problem.getStyleClass().add("problem");
    Lines.show(problem, model.planProperty().map(SweepModel.Plan::problem));
    Label base = new Label();
    base.setId("sweep-words");
    base.getStyleClass().add("muted");
    Lines.show(base, words(time));
    node = new VBox(8, fields, problem, base);
    node.setId("sweep");
  }

  VBox node() {
    return node;
  }

  /** Keeps which methods are chosen. */
  Subscription keep(Memory memory) {
    Subscription all = Subscription.EMPTY;
    for (Map.Entry<TrainingMethod, BooleanProperty> one : chosen.entrySet()) {
      String words = RunWords.method(one.getKey()) + " among the methods to line up";
      all = all.and(memory.keepFlag("runs.sweep." + one.getKey().id(), words, one.getValue()));
    }
    return all;
  }

  private ObservableValue<String> words(TotalTime time) {
    return Bindings.createStringBinding(
        () -> {
          String takes = time.wordsProperty().get();
          String first =
              takes.isEmpty()
                  ? ""
                  : Character.toUpperCase(takes.charAt(0))
                      + takes.substring(1)
                      + (takes.endsWith("…") ? " " : ". ");
          return first + model.baseWordsProperty().get();
        },
        time.wordsProperty(),
        model.baseWordsProperty());
  }

  private HBox methods() {
    HBox boxes = new HBox(10);
    boxes.setAlignment(Pos.CENTER_LEFT);
    boxes.setMinHeight(34);
    for (TrainingMethod method : TrainingMethod.values()) {
      CheckBox box = new CheckBox(RunWords.method(method));
      box.setId("sweep-" + method.id());
      box.setSelected(model.methods().contains(method));
      box.selectedProperty()
          .subscribe(
              (before, on) -> {
                if (on) {
                  model.methods().add(method);
                } else {
                  model.methods().remove(method);
                }
              });
      boxes.getChildren().add(box);
      chosen.put(method, box.selectedProperty());
    }
    return boxes;
  }

  private static VBox field(String name, String id, int columns, StringProperty text) {
    TextField field = Fields.number(columns);
    field.setId(id);
    field.textProperty().bindBidirectional(text);
    return Fields.labelled(name, field);
  }
}
