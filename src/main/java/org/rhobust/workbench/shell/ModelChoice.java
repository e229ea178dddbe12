package org.rhobust.workbench.shell;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.rhobust.data.DataSet;
import org.rhobust.data.DataSets;
import org.rhobust.data.ImageSet;
import org.rhobust.model.ImageShape;
import org.rhobust.service.ModelInfo;
import org.rhobust.service.ModelShelf;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.workbench.KnownThreshold;
import org.rhobust.workbench.Selection;

/** Which models can be chosen, and which one is. A state without a control. */
final class ModelChoice {

  private final Function<String, CompletableFuture<ModelInfo>> opener;
  private final ImageChoice images;
  private final Selection selection;
  private final Executor background;
  private final Executor ui;
  private final Consumer<Throwable> onProblem;
  private final Consumer<String> onRemark;
  private final LiveThreshold liveThreshold;
  private final ObservableList<ModelOffer> offers = FXCollections.observableArrayList();
  private String wantedImages;
  private String preferred;
  private final ReadOnlyObjectWrapper<ModelOffer> chosen = new ReadOnlyObjectWrapper<>();

  /**
   * @param opener opens a sample or a model directory
   * @param images finds those that a model can be asked about
   * @param background reads files
   * @param ui brings answers to the JavaFX thread
   * @param onProblem told why a model did not open
   * @param onRemark told what was found out about a model when it was opened
   */
  ModelChoice(
      Function<String, CompletableFuture<ModelInfo>> opener,
      ImageChoice images,
      Selection selection,
      Executor background,
      Executor ui,
      Consumer<Throwable> onProblem,
      Consumer<String> onRemark) {
    this.opener = opener;
    this.images = images;
    this.selection = selection;
    this.background = background;
    this.ui = ui;
    this.onProblem = onProblem;
    this.onRemark = onRemark;
    liveThreshold = new LiveThreshold(background, ui, this::liveThresholdIs, onProblem);
  }

  ObservableList<ModelOffer> offers() {
    return offers;
  }

  /** What is chosen, which may still be opening. */
  ReadOnlyObjectProperty<ModelOffer> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /**
   * Offers the samples and opens {@code usual}, or the first, unless one was chosen; that one is
   * opened, too, where what was chosen first does not open.
   */
  void offerSamples(List<String> names, String usual) {
    names.forEach(name -> offers.add(new ModelOffer(name, name, null)));
    preferred = names.contains(usual) || names.isEmpty() ? usual : names.get(0);
    if (chosen.get() == null) {
      find(preferred).ifPresent(this::choose);
    }
  }

  void choose(ModelOffer offer) {
    if (offer == null || offer.equals(chosen.get())) {
      return;
    }
    open(
        offer,
        offer.info() == null
            ? opener.apply(offer.id())
            : CompletableFuture.completedFuture(offer.info()));
  }

  /** Shows {@code offer} as chosen, and selects it with its images once it is open. */
  void open(ModelOffer offer, CompletableFuture<ModelInfo> opening) {
    ModelOffer before = chosen.get();
    chosen.set(offer);
    opening
        .thenComposeAsync(
            info -> images.fitting(info).thenApply(found -> new Opened(info, found)), ui)
        .whenCompleteAsync(
            (opened, problem) -> {
              boolean wanted = offer.equals(chosen.get());
              if (problem == null) {
                put(ModelOffer.opened(opened.info()));
                if (!opened.info().remark().isEmpty()) {
                  onRemark.accept(opened.info().remark());
                }
                if (wanted) {
                  select(ModelOffer.opened(opened.info()), opened.images());
                }
              } else {
                onProblem.accept(problem);
                if (wanted) {
                  chosen.set(before);
                  openPreferred(offer);
                }
              }
            },
            ui);
  }

  private void openPreferred(ModelOffer failed) {
    if (chosen.get() == null && !failed.id().equals(preferred)) {
      find(preferred).ifPresent(this::choose);
    }
  }

  /**
   * Lets the views choose from these test images as soon as a model is open that takes them.
   *
   * @param dataset a name or a path; null for the model's own
   */
  void preferImages(String dataset) {
    images.prefer(dataset);
  }

  /** Lets the views choose from the test images of a data set, with a model that takes them. */
  void showImages(String dataset) {
    wantedImages = dataset;
    images
        .of(dataset)
        .whenCompleteAsync(
            (found, problem) -> {
              if (!dataset.equals(wantedImages)) {
                return;
              }
              if (problem == null) {
                show(found);
              } else {
                onProblem.accept(problem);
              }
            },
            ui);
  }

  private void show(ImageSet found) {
    ModelOffer now = chosen.get();
    if (now != null && now.info() != null && ImageChoice.fits(found, now.info())) {
      select(now, found);
    } else {
      chosen.set(null);
      selection.modelProperty().set(null);
      selection.imagesProperty().set(found);
    }
    onRemark.accept(
        chosen.get() == null
            ? "The views choose from %s: open a model of %s in %d classes."
                .formatted(found.name(), found.shape(), found.classes())
            : "The views choose from %s.".formatted(found.name()));
  }

  private record Opened(ModelInfo info, ImageSet images) {}

  /** Offers and selects the network in training as soon as there is one. */
  void follow(TrainingSnapshot before, TrainingSnapshot now) {
    liveThreshold.follow(before, now);
    if (now.config() == null) {
      find(ModelShelf.LIVE).ifPresent(this::withdraw);
    } else if (before == null || !now.folder().equals(before.folder())) {
      String title = "Live: " + now.folder().getFileName().toString().replaceFirst("^\\d{8}-", "");
      open(
          new ModelOffer(ModelShelf.LIVE, title, null),
          CompletableFuture.supplyAsync(() -> live(title, now), background));
    }
  }

  /** A folder of images must be read to know what they are like. */
  private static ModelInfo live(String title, TrainingSnapshot snapshot) {
    DataSet data = DataSets.get(snapshot.config().settings().dataset());
    return new ModelInfo(
        ModelShelf.LIVE,
        title,
        true,
        data.classNames().size(),
        ImageShape.of(data),
        data.name(),
        null,
        null,
        "");
  }

  private void put(ModelOffer offer) {
    Optional<ModelOffer> old = find(offer.id());
    if (old.isPresent()) {
      offers.set(offers.indexOf(old.get()), offer);
    } else {
      offers.add(offer);
    }
  }

  private void withdraw(ModelOffer offer) {
    offers.remove(offer);
    if (offer.equals(chosen.get())) {
      chosen.set(null);
      selection.modelProperty().set(null);
      offers.stream().filter(other -> other.info() != null).findFirst().ifPresent(this::choose);
    }
  }

  /** No view may ask a model about images that are not its own, not even for a moment. */
  private void select(ModelOffer offer, ImageSet fitting) {
    chosen.set(offer);
    boolean another = !offer.info().equals(selection.modelProperty().get());
    if (fitting != null && fitting != selection.imagesProperty().get()) {
      selection.modelProperty().set(null);
      selection.imagesProperty().set(fitting);
    }
    selection
        .threshold()
        .knownProperty()
        .set(
            offer.info().live()
                ? liveThreshold.known()
                : LiveThreshold.stored(offer.info().description()));
    if (another) {
      selection.threshold().ownProperty().set(Double.NaN);
    }
    selection.modelProperty().set(offer.info());
  }

  private void liveThresholdIs(KnownThreshold known) {
    ModelInfo model = selection.modelProperty().get();
    if (model != null && model.live()) {
      selection.threshold().knownProperty().set(known);
    }
  }

  private Optional<ModelOffer> find(String id) {
    return offers.stream().filter(offer -> offer.id().equals(id)).findFirst();
  }
}
