package org.rhobust.workbench.controls;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.rhobust.data.ImageSet;
import org.rhobust.workbench.Selection;

/** Chooses the test image that all views follow. */
public final class ImagePicker extends HBox {

  private static final double THUMBNAIL = 28;

  private final Selection selection;
  private final IntegerSpinnerValueFactory values = new IntegerSpinnerValueFactory(0, 0);
  private final ImageView thumbnail = new ImageView();
  private final Label label = new Label();

  public ImagePicker(Selection selection) {
    super(8);
    this.selection = selection;
    setAlignment(Pos.CENTER_LEFT);
    values.setWrapAround(true);
    values.setConverter(new IndexConverter());
    Spinner<Integer> spinner = new Spinner<>(values);
    spinner.setEditable(true);
    spinner.setPrefWidth(96);
    spinner.setMinWidth(96);
    Label name = new Label("Image");
    name.setLabelFor(spinner);
    Button random = new Button("Random");
    random.setOnAction(e -> selection.imageProperty().set(randomIndex()));
    thumbnail.setFitHeight(THUMBNAIL);
    thumbnail.setPreserveRatio(true);
    label.getStyleClass().add(Styles.TEXT_MUTED);
    List.of(name, random, label).forEach(region -> region.setMinWidth(USE_PREF_SIZE));
    getChildren().addAll(thumbnail, name, spinner, random, label);
    values.valueProperty().addListener((o, before, after) -> choose(after));
    selection.imageProperty().addListener(o -> update());
    selection.imagesProperty().addListener(o -> update());
    disableProperty().bind(selection.imagesProperty().isNull());
    update();
  }

  private int randomIndex() {
    return ThreadLocalRandom.current().nextInt(selection.imagesProperty().get().size());
  }

  private void choose(Integer index) {
    if (index != null && selection.imagesProperty().get() != null) {
      selection.imageProperty().set(index);
    }
  }

  private void update() {
    ImageSet images = selection.imagesProperty().get();
    int index = selection.imageProperty().get();
    if (images == null || index < 0 || index >= images.size()) {
      thumbnail.setImage(null);
      label.setText("");
      return;
    }
    values.setMax(images.size() - 1);
    values.setValue(index);
    thumbnail.setImage(Thumbnail.of(images, index, 1));
    label.setText("true class " + images.classNames().get(images.label(index)));
  }

  /** What is no index leaves the value as it was. */
  private final class IndexConverter extends StringConverter<Integer> {

    @Override
    public String toString(Integer index) {
      return index == null ? "" : index.toString();
    }

    @Override
    public Integer fromString(String text) {
      try {
        return Numbers.whole("image", text, 0, values.getMax());
      } catch (IllegalArgumentException e) {
        return values.getValue();
      }
    }
  }
}
