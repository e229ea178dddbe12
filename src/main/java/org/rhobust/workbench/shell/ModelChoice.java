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
import org.rhobust.workbench.Selection;

/** Which models can be chosen, and which one is. A state without a control. */
final class ModelChoice {

  private final Function<String, CompletableFuture<ModelInfo>> opener;
  private final Selection selection;
  private final Executor ui;
  private final Consumer<Throwable> onProblem;
  private final Consumer<String> onRemark;
  private final ObservableList<ModelOffer> offers = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<ModelOffer> chosen = new ReadOnlyObjectWrapper<>();

  /**
   * @param opener opens a sample or a model directory
   * @param ui brings answers to the JavaFX thread
   * @param onProblem told why a model did not open
   * @param onRemark told what was found out about a model when it was opened
   */
  ModelChoice(
      Function<String, CompletableFuture<ModelInfo>> opener,
      Selection selection,
      Executor ui,
      Consumer<Throwable> onProblem,
      Consumer<String> onRemark) {
    this.opener = opener;
    this.selection = selection;
    this.ui = ui;
    this.onProblem = onProblem;
    this.onRemark = onRemark;
  }

  ObservableList<ModelOffer> offers() {
    return offers;
  }

  /** What is chosen, which may still be opening. */
  ReadOnlyObjectProperty<ModelOffer> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Offers the samples and opens {@code preferred}, or the first, unless one was chosen. */
  void offerSamples(List<String> names, String preferred) {
    names.forEach(name -> offers.add(new ModelOffer(name, name, null)));
    if (chosen.get() == null && !names.isEmpty()) {
      choose(find(preferred).orElse(offers.get(0)));
    }
  }

  void choose(ModelOffer offer) {
    if (offer == null || offer.equals(chosen.get())) {
      return;
    }
    if (offer.info() == null) {
      open(offer, opener.apply(offer.id()));
    } else {
      select(offer);
    }
  }

  /** Shows {@code offer} as chosen, and selects it once it is open. */
  void open(ModelOffer offer, CompletableFuture<ModelInfo> opening) {
    ModelOffer before = chosen.get();
    chosen.set(offer);
    opening.whenCompleteAsync(
        (info, problem) -> {
          if (problem == null) {
            problem = unfit(info);
          }
          if (problem != null) {
            onProblem.accept(problem);
            if (offer.equals(chosen.get())) {
              chosen.set(before);
            }
          } else {
            put(ModelOffer.opened(info), offer.equals(chosen.get()));
            if (!info.remark().isEmpty()) {
              onRemark.accept(info.remark());
            }
          }
        },
        ui);
  }

  /** Offers and selects the network in training as soon as there is one. */
  void follow(TrainingSnapshot before, TrainingSnapshot now) {
    if (now.config() == null) {
      find(ModelShelf.LIVE).ifPresent(this::withdraw);
    } else if (before == null || !now.folder().equals(before.folder())) {
      put(ModelOffer.opened(live(now)), true);
    }
  }

  private static ModelInfo live(TrainingSnapshot snapshot) {
    DataSet data = DataSets.get(snapshot.config().settings().dataset());
    return new ModelInfo(
        ModelShelf.LIVE,
        "Live: " + snapshot.folder().getFileName().toString().replaceFirst("^\\d{8}-", ""),
        true,
        data.classNames().size(),
        new ImageShape(data.channels(), data.height(), data.width()),
        null,
        null);
  }

  /** A model of other images than those chosen from cannot be asked about them. */
  private IllegalArgumentException unfit(ModelInfo info) {
    ImageSet images = selection.imagesProperty().get();
    if (images == null) {
      return null;
    }
    ImageShape shape = new ImageShape(images.channels(), images.height(), images.width());
    if (info.input().equals(shape) && info.classes() == images.classes()) {
      return null;
    }
    return new IllegalArgumentException(
        "%s takes images of %s in %d classes, but those of %s are %s in %d; open another model"
            .formatted(
                info.title(),
                info.input(),
                info.classes(),
                images.name(),
                shape,
                images.classes()));
  }

  private void put(ModelOffer offer, boolean select) {
    Optional<ModelOffer> old = find(offer.id());
    if (old.isPresent()) {
      offers.set(offers.indexOf(old.get()), offer);
    } else {
      offers.add(offer);
    }
    if (select) {
      select(offer);
    }
  }

  private void withdraw(ModelOffer offer) {
    offers.remove(offer);
    if (offer.equals(chosen.get())) {
      chosen.set(null);
      selection.modelProperty().set(null);
      offers.stream().filter(other -> other.info() != null).findFirst().ifPresent(this::select);
    }
  }

  private void select(ModelOffer offer) {
    chosen.set(offer);
    selection.thresholdProperty().set(threshold(offer.info()));
    selection.modelProperty().set(offer.info());
  }

  private static double threshold(ModelInfo info) {
    return info.description() == null || info.description().threshold() == null
        ? Double.NaN
        : info.description().threshold().value();
  }

  private Optional<ModelOffer> find(String id) {
    return offers.stream().filter(offer -> offer.id().equals(id)).findFirst();
  }
}
