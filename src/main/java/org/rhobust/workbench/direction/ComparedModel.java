package org.rhobust.workbench.direction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.rhobust.service.ModelInfo;
import org.rhobust.workbench.Selection;
import org.rhobust.workbench.controls.Latest;

/**
 * Which model is compared with the selected one: a sample, or any that was selected before. Belongs
 * to the JavaFX thread.
 */
final class ComparedModel {

  /** No model. */
  static final Offer NOTHING = new Offer("", "nothing");

  private static final String ADVERSARIAL = "mnist-adversarial";
  private static final String CALIBRATED = "mnist-ccat";

  private final Selection selection;
  private final Function<String, CompletableFuture<ModelInfo>> opener;
  private final Latest<ModelInfo> latest;
  private final ObservableList<Offer> offers = FXCollections.observableArrayList(NOTHING);
  private final Map<String, ModelInfo> open = new HashMap<>();
  private final ObjectProperty<Offer> chosen = new SimpleObjectProperty<>(this, "chosen", NOTHING);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final Subscription listening;

  /**
   * A model that can be compared with.
   *
   * @param id for the service; empty for none
   * @param title for people
   */
  record Offer(String id, String title) {}

  /**
   * @param samples names of models that can be opened
   * @param opener opens one
   * @param ui runs on the JavaFX thread
   */
  ComparedModel(
      Selection selection,
      List<String> samples,
      Function<String, CompletableFuture<ModelInfo>> opener,
      Executor ui) {
    this.selection = selection;
    this.opener = opener;
    latest = new Latest<>(ui);
    samples.forEach(name -> offers.add(new Offer(name, name)));
    listening =
        Subscription.combine(
            selection.modelProperty().subscribe(this::offer),
            selection.comparedProperty().subscribe(this::follow));
    chosen.subscribe((before, after) -> choose(after));
  }

  /** What can be chosen, nothing first. */
  ObservableList<Offer> offers() {
    return offers;
  }

  /** What is chosen, which may still be opening; never null. */
  ObjectProperty<Offer> chosenProperty() {
    return chosen;
  }

  /** Why a model did not open; empty where it did. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The offer of an id; nothing where there is none. */
  Offer of(String id) {
    return find(id).orElse(NOTHING);
  }

  /** The model that makes the article's figure of the selected one, where none is compared yet. */
  Optional<Offer> suggestion() {
    ModelInfo model = selection.modelProperty().get();
    if (model == null || selection.comparedProperty().get() != null) {
      return Optional.empty();
    }
    String wanted = model.id().equals(ADVERSARIAL) ? CALIBRATED : ADVERSARIAL;
    return "mnist".equals(model.dataset()) ? find(wanted) : Optional.empty();
  }

  /** Pins the selected model, so that another can be selected beside it. */
  void pin() {
    if (selection.modelProperty().get() != null) {
      chosen.set(of(selection.modelProperty().get().id()));
    }
  }

  /** Lets go of the selection. */
  void close() {
    listening.unsubscribe();
    latest.forget();
  }

  private void choose(Offer offer) {
    problem.set("");
    latest.forget();
    if (offer == null || offer.equals(NOTHING)) {
      selection.comparedProperty().set(null);
    } else if (open.containsKey(offer.id())) {
      selection.comparedProperty().set(open.get(offer.id()));
    } else {
      latest.ask(
          () -> opener.apply(offer.id()),
          info -> selection.comparedProperty().set(info),
          why -> {
            chosen.set(NOTHING);
            problem.set(why);
          });
    }
  }

  /** Another view may compare too. */
  private void follow(ModelInfo info) {
    if (info != null) {
      offer(info);
      chosen.set(of(info.id()));
    } else if (chosen.get() != null && open.containsKey(chosen.get().id())) {
      chosen.set(NOTHING);
    }
  }

  private void offer(ModelInfo info) {
    if (info != null) {
      open.put(info.id(), info);
      if (find(info.id()).isEmpty()) {
        offers.add(new Offer(info.id(), info.title()));
      }
    }
  }

  private Optional<Offer> find(String id) {
    return offers.stream().filter(offer -> offer.id().equals(id)).findFirst();
  }
}
