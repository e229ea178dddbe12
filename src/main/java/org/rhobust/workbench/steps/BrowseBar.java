package org.rhobust.workbench.steps;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.rhobust.workbench.controls.CopyDetails;
import org.rhobust.workbench.controls.Fields;

/** Chooses the images that are gone through, and goes through them. */
final class BrowseBar {

  private static final double PROGRESS_WIDTH = 90;

  private final BrowseModel model;
  private final ComboBox<Integer> label = new ComboBox<>();

  /**
   * @param row is filled
   */
  BrowseBar(FlowPane row, BrowseModel model) {
    this.model = model;
    label.setAccessibleText("Class of the images");
    label.setConverter(Fields.words(k -> k == BrowseModel.ANY ? "every class" : "class " + k));
    label.getItems().setAll(BrowseModel.ANY);
    // Not bound: a change of the items clears the value for a moment.
    label.valueProperty().subscribe((before, chosen) -> choose(chosen));
    model.labelProperty().subscribe(label::setValue);
    ComboBox<ImageFilter> filter =
        Fields.choice(List.of(ImageFilter.values()), ImageFilter::words, model.filterProperty());
    filter.setAccessibleText("Which images");
    row.getChildren()
        .setAll(
            label,
            filter,
            button("previousImage", "Previous", "The image before among these", model::previous),
            button("nextImage", "Next", "The next image among these", model::next),
            button("random", "Random image", "Another image among these", model::random),
            lookAgain(),
            work());
  }

  /** Offers the classes of a set, and every class. */
  void setClasses(List<String> names) {
    label.setConverter(
        Fields.words(k -> k == BrowseModel.ANY ? "every class" : "class " + names.get(k)));
    label.getItems().setAll(IntStream.range(BrowseModel.ANY, names.size()).boxed().toList());
    label.setValue(model.labelProperty().get());
  }

  private void choose(Integer chosen) {
    if (chosen != null) {
      model.labelProperty().set(chosen);
    }
  }

  private Button button(String id, String text, String tip, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.getStyleClass().add(Styles.SMALL);
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(tip));
    button.setOnAction(e -> action.run());
    button
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.matchingProperty().get().length == 0, model.matchingProperty()));
    return button;
  }

  private Button lookAgain() {
    Button again = new Button("Look again");
    again.getStyleClass().add(Styles.SMALL);
    again.setMinWidth(Button.USE_PREF_SIZE);
    again.setTooltip(new Tooltip("Look at the network in training as it is now"));
    again.setOnAction(e -> model.lookAgain());
    again
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                model::canLookAgain, model.wordsProperty(), model.filterProperty()));
    again.managedProperty().bind(again.visibleProperty());
    return again;
  }

  private HBox work() {
    ProgressBar progress = new ProgressBar();
    progress.setPrefWidth(PROGRESS_WIDTH);
    progress.progressProperty().bind(model.work().progressProperty());
    Label status = new Label();
    status.getStyleClass().add(Styles.TEXT_MUTED);
    CopyDetails.offer(status);
    status
        .textProperty()
        .bind(
            Bindings.when(model.work().runningProperty())
                .then(model.work().statusProperty())
                .otherwise(model.work().problemProperty()));
    Button cancel = new Button("Cancel");
    cancel.getStyleClass().add(Styles.SMALL);
    cancel.setOnAction(e -> model.cancel());
    for (var node : List.of(progress, cancel)) {
      node.visibleProperty().bind(model.work().runningProperty());
      node.managedProperty().bind(node.visibleProperty());
    }
    HBox box = new HBox(8, progress, status, cancel);
    box.setAlignment(Pos.CENTER_LEFT);
    box.visibleProperty().bind(status.textProperty().isNotEmpty());
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }
}
