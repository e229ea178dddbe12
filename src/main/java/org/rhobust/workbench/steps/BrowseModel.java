package org.rhobust.workbench.steps;

import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.service.ModelInfo;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.workbench.Selection;
import org.rhobust.workbench.controls.BatteryRunner;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.controls.LongWork;

/**
 * Goes through the test images of a class that a filter lets through. What a filter must know of a
 * model a {@link Look} finds out, once a model. Looks at nothing until it is {@linkplain #setShown
 * shown}. Belongs to the JavaFX thread.
 */
final class BrowseModel {

  /** Every class. */
  static final int ANY = -1;

  private final Selection selection;
  private final ModelLooks looks;
  private final RandomGenerator random;
  private final Subscription listening;
  private final ObjectProperty<Integer> label = new SimpleObjectProperty<>(this, "label", ANY);
  private final ObjectProperty<ImageFilter> filter =
      new SimpleObjectProperty<>(this, "filter", ImageFilter.ALL);
  private final ReadOnlyObjectWrapper<int[]> matching =
      new ReadOnlyObjectWrapper<>(this, "matching", new int[0]);
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
  private TrainingSnapshot snapshot = TrainingSnapshot.IDLE;
  private boolean shown;

  /**
   * @param looker looks at a model
   * @param ui runs on the JavaFX thread
   * @param seconds a clock that never goes back
   * @param random draws images
   */
  BrowseModel(
      Selection selection,
      BatteryRunner looker,
      Executor ui,
      DoubleSupplier seconds,
      RandomGenerator random) {
    this.selection = selection;
    this.random = random;
    looks = new ModelLooks(looker, ui, seconds);
    listening =
        Subscription.combine(
            selection.modelProperty().subscribe((before, after) -> modelChanged()),
            selection.imagesProperty().subscribe((before, after) -> imagesChanged()),
            selection.thresholdProperty().subscribe((before, after) -> match()));
    label.subscribe((before, after) -> labelChanged());
    filter.subscribe((before, after) -> filterChanged());
    match();
  }

  /** The class of the images, or {@link #ANY}. */
  ObjectProperty<Integer> labelProperty() {
    return label;
  }

  /** What the model makes of the images. */
  ObjectProperty<ImageFilter> filterProperty() {
    return filter;
  }

  /** The indices of the images that are gone through, in their order; never changed. */
  ReadOnlyObjectProperty<int[]> matchingProperty() {
    return matching.getReadOnlyProperty();
  }

  /** How many they are, and how that is known. */
  ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /** The look that is under way, if one is. */
  LongWork<BatteryResult> work() {
    return looks.work();
  }

  /** Selects the next image, after the last the first. */
  void next() {
    int[] found = matching.get();
    int now = selection.imageProperty().get();
    select(IntStream.of(found).filter(i -> i > now).findFirst().orElse(first(found)));
  }

  /** Selects the image before, before the first the last. */
  void previous() {
    int[] found = matching.get();
    int now = selection.imageProperty().get();
    int last = found.length == 0 ? ANY : found[found.length - 1];
    select(IntStream.of(found).filter(i -> i < now).reduce((a, b) -> b).orElse(last));
  }

  /** Selects another image at random, where there is another. */
  void random() {
    int now = selection.imageProperty().get();
    int[] others = IntStream.of(matching.get()).filter(i -> i != now).toArray();
    select(others.length == 0 ? first(matching.get()) : others[random.nextInt(others.length)]);
  }

  /** Whether the network has changed since the look that the filter uses. */
  boolean canLookAgain() {
    Look look = looks.of(selection.modelProperty().get());
    return filter.get() != ImageFilter.ALL && look != null && look.step() != Look.NO_STEP;
  }

  /** Looks at the network in training as it is now. */
  void lookAgain() {
    looks.forget(selection.modelProperty().get());
    filterChanged();
  }

  /** Gives up the look that is under way, and its filter with it. */
  void cancel() {
    work().cancel();
    filter.set(ImageFilter.ALL);
  }

  /** Whether the view can be seen: while it cannot, nothing is looked at. */
  void setShown(boolean value) {
    shown = value;
    if (shown) {
      lookIfNeeded();
    } else {
      work().cancel();
    }
  }

  /** Tells the training as it stands. */
  void update(TrainingSnapshot now) {
    boolean anotherRun = now.folder() != null && !now.folder().equals(snapshot.folder());
    snapshot = now;
    ModelInfo model = selection.modelProperty().get();
    if (anotherRun && model != null && model.live()) {
      looks.forget(model);
      modelChanged();
    }
  }

  /** Lets go of the selection, and of the look that is under way. */
  void close() {
    listening.unsubscribe();
    work().cancel();
  }

  private void imagesChanged() {
    looks.forgetAll();
    labelChanged();
    modelChanged();
  }

  /** A class that is restored or taken back may be one that these images do not have. */
  private void labelChanged() {
    ImageSet images = selection.imagesProperty().get();
    if (images != null && label.get() >= images.classes()) {
      label.set(ANY);
    } else {
      match();
    }
  }

  private void modelChanged() {
    work().cancel();
    filterChanged();
  }

  private void filterChanged() {
    match();
    lookIfNeeded();
  }

  private void lookIfNeeded() {
    ModelInfo model = selection.modelProperty().get();
    ImageSet images = selection.imagesProperty().get();
    boolean possible = model != null && images != null && images.size() > 1;
    if (shown && possible && filter.get() != ImageFilter.ALL && looks.of(model) == null) {
      looks.look(model, images, snapshot, this::match);
    }
  }

  private void match() {
    ImageSet images = selection.imagesProperty().get();
    Look look = looks.of(selection.modelProperty().get());
    boolean all = filter.get() == ImageFilter.ALL;
    if (images == null || !all && look == null) {
      matching.set(new int[0]);
      words.set(images != null && selection.modelProperty().get() == null ? "No model" : "");
      return;
    }
    double threshold = selection.thresholdProperty().get();
    matching.set(
        IntStream.range(0, all ? images.size() : look.size())
            .filter(i -> label.get() == ANY || images.label(i) == label.get())
            .filter(i -> all || look.has(i, filter.get(), threshold))
            .toArray());
    String count = Format.count(matching.get().length) + " ";
    words.set(
        all
            ? count + "of %s test images".formatted(Format.count(images.size()))
            : count + look.words(filter.get(), threshold));
  }

  private void select(int index) {
    if (index != ANY) {
      selection.select(index);
    }
  }

  private static int first(int[] found) {
    return Arrays.stream(found).findFirst().orElse(ANY);
  }
}
