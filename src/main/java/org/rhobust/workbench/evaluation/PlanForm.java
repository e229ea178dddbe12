package org.rhobust.workbench.evaluation;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.stage.FileChooser;
import org.rhobust.evaluation.battery.Batteries;
import org.rhobust.workbench.controls.FieldProblem;
import org.rhobust.workbench.controls.Fields;

/** The fields of a {@link PlanModel} in a row. */
final class PlanForm {

  private final EvaluationModel model;
  private final FlowPane row;
  private final Map<String, Control> fields;

  PlanForm(EvaluationModel model, FlowPane row) {
    this.model = model;
    this.row = row;
    PlanModel plan = model.plan();
    ComboBox<String> battery =
        Fields.choice(plan.batteries(), PlanForm::words, plan.batteryProperty());
    battery.setId("battery");
    battery.setPrefWidth(120);
    fields =
        Map.of(
            PlanModel.BATTERY,
            battery,
            "images",
            number("attacked-images", 4, plan.countProperty()),
            "held out",
            number("held-out-images", 4, plan.heldOutProperty()),
            "epsilon",
            number("evaluation-epsilon", 4, plan.epsilonProperty()),
            "seed",
            number("evaluation-seed", 3, plan.seedProperty()));
    row.getChildren().addAll(0, nodes(plan));
    plan.problemProperty().addListener((o, before, after) -> mark(before, after));
  }

  private List<Node> nodes(PlanModel plan) {
    return List.of(
        Fields.labelled("Battery", fields.get(PlanModel.BATTERY)),
        fileMenu(),
        Fields.labelled("Images to attack", fields.get("images")),
        Fields.labelled("Held out for τ", fields.get("held out")),
        Fields.labelled("Norm", Fields.norm(plan.normProperty())),
        Fields.labelled("ε", fields.get("epsilon")),
        Fields.labelled("Seed", fields.get("seed")));
  }

  private MenuButton fileMenu() {
    MenuItem open = new MenuItem("Open battery file…");
    open.setOnAction(e -> openFile());
    MenuItem copy = new MenuItem("Edit a copy…");
    copy.setOnAction(e -> editCopy());
    copy.disableProperty()
        .bind(model.plan().batteryProperty().map(name -> !Batteries.names().contains(name)));
    MenuButton menu = new MenuButton("File", null, open, copy);
    menu.setId("battery-file");
    menu.setAccessibleText("Battery file");
    return menu;
  }

  private void openFile() {
    ask("Open a battery", chooser -> chooser.showOpenDialog(row.getScene().getWindow()))
        .ifPresent(model.plan()::open);
  }

  private void editCopy() {
    ask(
            "Save a copy of the battery",
            chooser -> {
              chooser.setInitialFileName("my-" + model.plan().batteryProperty().get() + ".toml");
              return chooser.showSaveDialog(row.getScene().getWindow());
            })
        .ifPresent(model::copyBattery);
  }

  /** Asks for a file. */
  @FunctionalInterface
  private interface Question {
    File ask(FileChooser chooser);
  }

  private static Optional<Path> ask(String title, Question question) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser
        .getExtensionFilters()
        .setAll(
            new FileChooser.ExtensionFilter("Batteries (TOML)", "*.toml"),
            new FileChooser.ExtensionFilter("All files", "*"));
    return Optional.ofNullable(question.ask(chooser)).map(File::toPath);
  }

  private static TextField number(String id, int columns, StringProperty text) {
    TextField field = Fields.number(columns);
    field.setId(id);
    field.textProperty().bindBidirectional(text);
    return field;
  }

  /** A file goes by its last name; the whole path is in its messages. */
  private static String words(String battery) {
    return Batteries.names().contains(battery)
        ? battery
        : Path.of(battery).getFileName().toString();
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
