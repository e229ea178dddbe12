package org.rhobust.workbench.shell;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rhobust.data.DataException;
import org.rhobust.data.DataSet;
import org.rhobust.data.ImageSet;
import org.rhobust.model.ImageShape;
import org.rhobust.service.ModelInfo;
import org.rhobust.workbench.Selection;

/** Finds the test images that a model can be asked about: those of its own data set, if here. */
final class ImageChoice {

  private final Selection selection;
  private final Function<String, ImageSet> testOf;
  private final Supplier<List<DataSet>> registered;
  private final Executor background;
  private final Consumer<String> onRemark;
  private String preferred;

  /**
   * @param testOf the test images of a data set, by its name or path, or a {@link DataException}
   * @param registered those that everybody has
   * @param background reads files
   * @param onRemark told on any thread what a person should know of the choice
   */
  ImageChoice(
      Selection selection,
      Function<String, ImageSet> testOf,
      Supplier<List<DataSet>> registered,
      Executor background,
      Consumer<String> onRemark) {
    this.selection = selection;
    this.testOf = testOf;
    this.registered = registered;
    this.background = background;
    this.onRemark = onRemark;
  }

  /** Of the next model's images, those of this data set come first where it takes them. */
  void prefer(String dataset) {
    preferred = dataset;
  }

  /**
   * The images for a model; asked on the JavaFX thread.
   *
   * @return null where none are read yet and the model does not say its own; fails where there are
   *     none of its shape
   */
  CompletableFuture<ImageSet> fitting(ModelInfo model) {
    ImageSet now = selection.imagesProperty().get();
    String first = preferred;
    preferred = null;
    if (first != null && !first.equals(model.dataset())) {
      return CompletableFuture.supplyAsync(() -> findFirst(first, model, now), background);
    }
    boolean fits = now == null || fits(now, model);
    boolean own = now != null && now.name().equals(DataSet.testName(model.dataset()));
    return fits && (model.dataset() == null || own)
        ? CompletableFuture.completedFuture(now)
        : CompletableFuture.supplyAsync(() -> find(model, now), background);
  }

  /** The test images of a data set. */
  CompletableFuture<ImageSet> of(String dataset) {
    return CompletableFuture.supplyAsync(() -> testOf.apply(dataset), background);
  }

  private ImageSet findFirst(String dataset, ModelInfo model, ImageSet now) {
    try {
      ImageSet first = testOf.apply(dataset);
      if (fits(first, model)) {
        return first;
      }
    } catch (DataException | IllegalArgumentException e) {
      onRemark.accept(dataset + " of the last session is not shown: " + e.getMessage());
    }
    return find(model, now);
  }

  private ImageSet find(ModelInfo model, ImageSet now) {
    DataException missing = null;
    if (model.dataset() != null) {
      try {
        ImageSet own = testOf.apply(model.dataset());
        if (fits(own, model)) {
          return own;
        }
      } catch (DataException e) {
        missing = e;
      }
    }
    Optional<ImageSet> other =
        now != null && fits(now, model)
            ? Optional.of(now)
            : registered.get().stream()
                .filter(DataSet::available)
                .filter(set -> fits(set, model))
                .findFirst()
                .map(DataSet::test);
    if (other.isPresent() && missing != null) {
      onRemark.accept(
          "%s was trained on %s, which is not here: the views show %s instead"
              .formatted(model.title(), model.dataset(), other.get().name()));
    }
    return other.orElseThrow(() -> unfit(model));
  }

  private static RuntimeException unfit(ModelInfo model) {
    String shape = "%s in %d classes".formatted(model.input(), model.classes());
    return new IllegalArgumentException(
        model.dataset() == null
            ? "%s takes images of %s, and no data set here has them; fetch one in the Data view"
                .formatted(model.title(), shape)
            : "%s takes images of %s: those of %s, which is not here; fetch it in the Data view"
                .formatted(model.title(), shape, model.dataset()));
  }

  static boolean fits(ImageSet images, ModelInfo model) {
    return images.classes() == model.classes() && ImageShape.of(images).equals(model.input());
  }

  private static boolean fits(DataSet set, ModelInfo model) {
    return set.classNames().size() == model.classes() && ImageShape.of(set).equals(model.input());
  }
}
