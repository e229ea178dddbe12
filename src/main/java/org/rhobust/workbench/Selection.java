package org.rhobust.workbench;

import java.nio.file.Path;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.rhobust.data.ImageSet;
import org.rhobust.service.ModelInfo;

/** The one selection that all views follow. Changed on the JavaFX thread only. */
public final class Selection {

  private final ObjectProperty<ModelInfo> model = new SimpleObjectProperty<>(this, "model");
  private final ObjectProperty<ImageSet> images = new SimpleObjectProperty<>(this, "images");
  private final IntegerProperty image = new SimpleIntegerProperty(this, "image");
  private final SelectedThreshold threshold = new SelectedThreshold();
  private final ObjectProperty<ModelInfo> compared = new SimpleObjectProperty<>(this, "compared");
  private final ObjectProperty<Path> run = new SimpleObjectProperty<>(this, "run");
  private final ObservableList<Path> shownRuns = FXCollections.observableArrayList();
  private final ObjectProperty<ImageSet> picture = new SimpleObjectProperty<>(this, "picture");
  private final ReadOnlyObjectWrapper<Subject> subject =
      new ReadOnlyObjectWrapper<>(this, "subject");

  /**
   * One image.
   *
   * @param images the set it is in
   * @param index its place there
   */
  public record Subject(ImageSet images, int index) {}

  /** Nothing is selected yet. */
  public Selection() {
    image.addListener(o -> leavePicture());
    images.addListener(o -> leavePicture());
    picture.addListener(o -> tellSubject());
  }

  /** The model that the views inspect; null until one is open. */
  public ObjectProperty<ModelInfo> modelProperty() {
    return model;
  }

  /** The test images that the views choose from; null until they are read. */
  public ObjectProperty<ImageSet> imagesProperty() {
    return images;
  }

  /** The index of the selected image in {@link #imagesProperty}. */
  public IntegerProperty imageProperty() {
    return image;
  }

  /** Selects an image of the set, also where a picture is looked at in its place. */
  public void select(int index) {
    picture.set(null);
    image.set(index);
  }

  /**
   * A picture that is looked at in the place of the selected image, as a set of one; null for none.
   * It is left as soon as another image, or other images, are selected.
   */
  public ObjectProperty<ImageSet> pictureProperty() {
    return picture;
  }

  /**
   * What views of one image show: the picture, else the selected image; null until there is one.
   */
  public ReadOnlyObjectProperty<Subject> subjectProperty() {
    return subject.getReadOnlyProperty();
  }

  /** τ: an image of lower confidence is rejected. NaN where no threshold is known. */
  public DoubleProperty thresholdProperty() {
    return threshold.valueProperty();
  }

  /** Where {@link #thresholdProperty} comes from. */
  public SelectedThreshold threshold() {
    return threshold;
  }

  /** A second model, pinned to be compared with the first; null for none. */
  public ObjectProperty<ModelInfo> comparedProperty() {
    return compared;
  }

  /** The folder of the run that is looked at; null for none. */
  public ObjectProperty<Path> runProperty() {
    return run;
  }

  /** The folders of the runs whose curves are laid over those of the training. */
  public ObservableList<Path> shownRuns() {
    return shownRuns;
  }

  private void leavePicture() {
    picture.set(null);
    tellSubject();
  }

  private void tellSubject() {
    ImageSet looked = picture.get() == null ? images.get() : picture.get();
    subject.set(
        looked == null ? null : new Subject(looked, picture.get() == null ? image.get() : 0));
  }
}
