package org.rhobust.workbench.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.rhobust.data.ImageSet;
import org.rhobust.workbench.Selection;
import org.rhobust.workbench.controls.Thumbnail;

/** Shows the selected test image and lets another be chosen by its index. */
final class ImagePicker {

  private static final double THUMBNAIL = 36;

  private final Selection selection;
  private final ImageView thumbnail = Thumbnail.view(null, THUMBNAIL);
  private final Label label = new Label();
  private final Button back = new Button(null, Icons.line("close"));
  private final IntegerSpinnerValueFactory index = new IntegerSpinnerValueFactory(0, 0);
  private final HBox node;

  ImagePicker(Selection selection) {
    this.selection = selection;
    label.setMinWidth(Region.USE_PREF_SIZE);
    index.setConverter(new IndexText());
    Spinner<Integer> spinner = new Spinner<>(index);
    spinner.setId("image-index");
    spinner.setEditable(true);
    spinner.setPrefWidth(104);
    spinner.setMinWidth(104);
    spinner.setAccessibleText("Index of the test image");
    Label name = new Label("Test image");
    name.getStyleClass().add("field-label");
    name.setMinWidth(Region.USE_PREF_SIZE);
    name.setLabelFor(spinner);
    back.getStyleClass().add("flat");
    back.setAccessibleText("Back to the test image");
    back.setTooltip(new Tooltip("Back to the test image"));
    back.setOnAction(event -> selection.pictureProperty().set(null));
    back.visibleProperty().bind(selection.pictureProperty().isNotNull());
    back.managedProperty().bind(back.visibleProperty());
    node = new HBox(8, name, spinner, thumbnail, label, back);
    node.setAlignment(Pos.CENTER_LEFT);
    index.valueProperty().addListener((o, before, now) -> selection.imageProperty().set(now));
    selection.subjectProperty().subscribe(this::show);
  }

  Node node() {
    return node;
  }

  private void show() {
    ImageSet images = selection.imagesProperty().get();
    node.setDisable(images == null);
    if (images == null) {
      label.setText("reading");
      thumbnail.setAccessibleText("The test images are not read yet");
      return;
    }
    index.setMax(images.size() - 1);
    int chosen = Math.max(0, Math.min(images.size() - 1, selection.imageProperty().get()));
    selection.imageProperty().set(chosen);
    index.setValue(chosen);
    ImageSet looked = selection.subjectProperty().get().images();
    int at = selection.subjectProperty().get().index();
    String which = "Image %d of %s".formatted(at, looked.name());
    label.setTooltip(new Tooltip(which));
    label.setText(looked == images ? "class " + className(looked, at) : "your picture");
    thumbnail.setImage(Thumbnail.of(looked, at, 1));
    thumbnail.setAccessibleText(which + ", " + label.getText());
  }

  private static String className(ImageSet images, int index) {
    return images.classNames().get(images.label(index));
  }

  /** What is no index leaves the image as it is. */
  private final class IndexText extends StringConverter<Integer> {

    @Override
    public String toString(Integer number) {
      return number == null ? "" : number.toString();
    }

    @Override
    public Integer fromString(String text) {
      return text.strip().matches("\\d{1,9}")
          ? Integer.valueOf(text.strip())
          : Integer.valueOf(selection.imageProperty().get());
    }
  }
}
