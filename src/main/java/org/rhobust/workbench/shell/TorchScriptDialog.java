package org.rhobust.workbench.shell;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.rhobust.data.ImageSet;
import org.rhobust.model.ImageShape;
import org.rhobust.model.TorchScriptClassifier;
import org.rhobust.workbench.NumberFields;
import org.rhobust.workbench.NumberInput;

/** Asks what a TorchScript file does not say: classes, image shape and what it puts out. */
final class TorchScriptDialog extends Dialog<TorchScriptDialog.Answer> {

  private final NumberInput classes;
  private final TextField shape;
  private final ComboBox<TorchScriptClassifier.Output> output = new ComboBox<>();

  /** What the file does not say. */
  record Answer(int classes, ImageShape input, TorchScriptClassifier.Output output) {}

  /**
   * @param images most models are opened for those that are looked at; null where there are none
   */
  TorchScriptDialog(Window owner, Path file, ImageSet images) {
    classes = NumberInput.whole("classes", images == null ? 10 : images.classes(), 2, 100_000);
    shape = new TextField(images == null ? "1x28x28" : images.shape());
    initOwner(owner);
    setTitle("Open a TorchScript model");
    setHeaderText(file.getFileName() + " does not say what it takes and gives.");
    getDialogPane().setContent(fields());
    getDialogPane().setMinWidth(420);
    getDialogPane().getButtonTypes().setAll(ButtonType.OK, ButtonType.CANCEL);
    BooleanBinding bad =
        Bindings.createBooleanBinding(
            () -> !classes.valid() || shape().isEmpty(),
            classes.problemProperty(),
            shape.textProperty());
    getDialogPane().lookupButton(ButtonType.OK).disableProperty().bind(bad);
    setResultConverter(
        button ->
            button == ButtonType.OK
                ? new Answer(classes.intValue(), shape().orElseThrow(), output.getValue())
                : null);
  }

  private GridPane fields() {
    TextField classesField = new TextField();
    Label problem = new Label();
    problem.getStyleClass().add("problem");
    NumberFields.bind(classesField, problem, classes);
    Label shapeProblem = new Label("of the form CxHxW, such as 1x28x28");
    shapeProblem.getStyleClass().add("problem");
    shapeProblem
        .visibleProperty()
        .bind(Bindings.createBooleanBinding(() -> shape().isEmpty(), shape.textProperty()));
    shapeProblem.managedProperty().bind(shapeProblem.visibleProperty());
    output.getItems().setAll(TorchScriptClassifier.Output.values());
    output.setValue(TorchScriptClassifier.Output.AUTO);
    output.setConverter(new OutputName());
    output.setMaxWidth(Double.MAX_VALUE);
    GridPane grid = new GridPane();
    grid.setHgap(12);
    grid.setVgap(6);
    grid.setPadding(new Insets(16));
    grid.addRow(0, new Label("Classes"), classesField);
    grid.add(problem, 1, 1);
    grid.addRow(2, new Label("Images, CxHxW"), shape);
    grid.add(shapeProblem, 1, 3);
    grid.addRow(4, new Label("Output"), output);
    return grid;
  }

  private Optional<ImageShape> shape() {
    try {
      return Optional.of(ImageShape.parse(shape.getText().strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static final class OutputName extends StringConverter<TorchScriptClassifier.Output> {

    @Override
    public String toString(TorchScriptClassifier.Output value) {
      if (value == null) {
        return "";
      }
      return switch (value) {
        case AUTO -> "found out by trying a few images";
        case LOGITS -> "logits";
        case PROBABILITIES -> "probabilities";
      };
    }

    @Override
    public TorchScriptClassifier.Output fromString(String name) {
      throw new UnsupportedOperationException("chosen, not typed");
    }
  }
}
