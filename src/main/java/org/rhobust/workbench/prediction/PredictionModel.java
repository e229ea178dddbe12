package org.rhobust.workbench.prediction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.rhobust.data.DataException;
import org.rhobust.data.Picture;
import org.rhobust.data.Pictures;
import org.rhobust.evaluation.Prediction;
import org.rhobust.model.ImageShape;
import org.rhobust.service.ModelInfo;
import org.rhobust.workbench.Selection;
import org.rhobust.workbench.controls.Latest;

/**
 * The pictures given last and what the selected model says about them. Files are read elsewhere;
 * all else belongs to the JavaFX thread.
 */
public final class PredictionModel {

  /** More pictures at once are a task for the command line. */
  static final int MOST_PICTURES = 20;

  private final Selection selection;
  private final BiFunction<String, List<float[]>, CompletableFuture<List<Prediction>>> inspection;
  private final Executor reader;
  private final BooleanSupplier walking;
  private final Consumer<String> notice;
  private final Consumer<String> warning;
  private final Latest<Answer> latest;
  private final ReadOnlyObjectWrapper<List<PredictedPicture>> pictures =
      new ReadOnlyObjectWrapper<>(this, "pictures", List.of());
  private Request request = Request.NONE;

  /**
   * What was given.
   *
   * @param left how many more were given than are taken
   * @param walk whether its attack is to be walked through at once
   * @param shown told the files that are shown
   */
  private record Request(
      List<Path> files, int left, boolean walk, CompletableFuture<List<Path>> shown) {

    static final Request NONE = new Request(List.of(), 0, false, new CompletableFuture<>());
  }

  private record Answer(List<Path> files, List<PredictedPicture> pictures, List<String> problems) {}

  private record Read(
      ModelInfo model, List<Path> files, List<Picture> pictures, List<String> problems) {

    Answer with(List<Prediction> predictions) {
      List<PredictedPicture> predicted = new ArrayList<>();
      for (int i = 0; i < predictions.size(); i++) {
        predicted.add(
            new PredictedPicture(
                files.get(i).getFileName().toString(), model, pictures.get(i), predictions.get(i)));
      }
      return new Answer(List.copyOf(files), List.copyOf(predicted), problems);
    }
  }

  /**
   * @param inspection asks the model of an id about images
   * @param reader runs away from the JavaFX thread
   * @param ui runs on the JavaFX thread
   * @param walking whether attacks are looked at: then a single picture is, too
   * @param notice told one line that is no error
   * @param warning told one line when something cannot be predicted
   */
  public PredictionModel(
      Selection selection,
      BiFunction<String, List<float[]>, CompletableFuture<List<Prediction>>> inspection,
      Executor reader,
      Executor ui,
      BooleanSupplier walking,
      Consumer<String> notice,
      Consumer<String> warning) {
    this.selection = selection;
    this.inspection = inspection;
    this.reader = reader;
    this.walking = walking;
    this.notice = notice;
    this.warning = warning;
    latest = new Latest<>(ui);
    selection.modelProperty().addListener((o, before, model) -> modelChanged(model));
  }

  /**
   * Predicts picture files, as soon as there is a model. Those that cannot be read are told of;
   * when none can, what was there stays.
   *
   * @return those that are shown, at least one; never done where there is none
   */
  public CompletableFuture<List<Path>> open(List<Path> given) {
    List<Path> some = List.copyOf(given.subList(0, Math.min(given.size(), MOST_PICTURES)));
    if (some.isEmpty()) {
      return new CompletableFuture<>();
    }
    boolean walk = some.size() == 1 && walking.getAsBoolean();
    Request next = new Request(some, given.size() - some.size(), walk, new CompletableFuture<>());
    ModelInfo model = selection.modelProperty().get();
    if (model == null) {
      request = next;
      notice.accept(
          "%s is kept and predicted as soon as a model is open: open one, or start a training."
              .formatted(some.size() == 1 ? "The picture" : "Each picture"));
    } else {
      predict(model, next);
    }
    return next.shown();
  }

  /** What is shown, in the order given; empty when nothing is. */
  ReadOnlyObjectProperty<List<PredictedPicture>> picturesProperty() {
    return pictures.getReadOnlyProperty();
  }

  /** Whether pictures are being read or predicted. */
  ReadOnlyBooleanProperty busyProperty() {
    return latest.busyProperty();
  }

  /** Lets the views of one image show a picture in the place of the test image, as of a class. */
  void walkThrough(PredictedPicture predicted, int label) {
    selection.pictureProperty().set(predicted.asImages(selection.imagesProperty().get(), label));
  }

  /** Forgets the pictures. */
  void close() {
    latest.forget();
    request = Request.NONE;
    pictures.set(List.of());
  }

  private void modelChanged(ModelInfo model) {
    if (model == null) {
      close();
    } else if (!request.files().isEmpty()) {
      predict(model, request);
    }
  }

  private void predict(ModelInfo model, Request asked) {
    latest.ask(
        () ->
            CompletableFuture.supplyAsync(() -> read(model, asked.files()), reader)
                .thenCompose(this::predict),
        answer -> show(asked, answer),
        warning);
  }

  private void show(Request asked, Answer answer) {
    if (!answer.problems().isEmpty()) {
      int more = answer.problems().size() - 1;
      warning.accept(
          answer.problems().get(0) + (more == 0 ? "" : " (and " + more + " more like it)"));
    } else if (asked.left() > 0) {
      warning.accept(
          "The first %d pictures are shown; for the other %d use rhobust predict."
              .formatted(MOST_PICTURES, asked.left()));
    }
    if (answer.pictures().isEmpty()) {
      request = pictures.get().isEmpty() ? Request.NONE : request;
      return;
    }
    if (asked.walk()) {
      close();
      walkThrough(answer.pictures().get(0));
    } else {
      request = new Request(answer.files(), 0, false, asked.shown());
      pictures.set(answer.pictures());
    }
    asked.shown().complete(answer.files());
  }

  /** As of the predicted class, since the true one is not known. */
  private void walkThrough(PredictedPicture predicted) {
    walkThrough(predicted, Math.max(0, predicted.prediction().predictedClass()));
    String note = PredictionWords.note(predicted);
    if (!note.isEmpty()) {
      notice.accept(predicted.file() + ": " + note);
    }
  }

  private static Read read(ModelInfo model, List<Path> paths) {
    ImageShape input = model.input();
    Pictures reading = new Pictures(input.channels(), input.height(), input.width());
    Read read = new Read(model, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Path path : paths) {
      try {
        read.pictures().add(reading.read(path));
        read.files().add(path);
      } catch (DataException e) {
        read.problems().add(e.getMessage());
      }
    }
    return read;
  }

  private CompletableFuture<Answer> predict(Read read) {
    if (read.pictures().isEmpty()) {
      return CompletableFuture.completedFuture(new Answer(List.of(), List.of(), read.problems()));
    }
    return inspection
        .apply(read.model().id(), read.pictures().stream().map(Picture::values).toList())
        .thenApply(read::with);
  }
}
