package org.rhobust.workbench.prediction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
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
  private final Consumer<String> warning;
  private final Latest<Answer> latest;
  private final ReadOnlyObjectWrapper<List<PredictedPicture>> pictures =
      new ReadOnlyObjectWrapper<>(this, "pictures", List.of());
  private List<Path> files = List.of();

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
   * @param warning told one line when something cannot be predicted
   */
  public PredictionModel(
      Selection selection,
      BiFunction<String, List<float[]>, CompletableFuture<List<Prediction>>> inspection,
      Executor reader,
      Executor ui,
      Consumer<String> warning) {
    this.selection = selection;
    this.inspection = inspection;
    this.reader = reader;
    this.warning = warning;
    latest = new Latest<>(ui);
    selection.modelProperty().addListener((o, before, model) -> modelChanged(model));
  }

  /**
   * Predicts picture files. Those that cannot be read are told of; when none can, what was there
   * stays.
   *
   * @return those that are shown, at least one; never done where there is none
   */
  public CompletableFuture<List<Path>> open(List<Path> given) {
    CompletableFuture<List<Path>> opened = new CompletableFuture<>();
    List<Path> some = List.copyOf(given.subList(0, Math.min(given.size(), MOST_PICTURES)));
    if (some.isEmpty()) {
      return opened;
    }
    ModelInfo model = selection.modelProperty().get();
    if (model == null) {
      warning.accept("Open a model, or start a training, to predict a picture.");
      return opened;
    }
    int left = given.size() - some.size();
    predict(model, some, left, opened);
    return opened;
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
    files = List.of();
    pictures.set(List.of());
  }

  private void modelChanged(ModelInfo model) {
    if (model == null) {
      close();
    } else if (!files.isEmpty()) {
      predict(model, files, 0, new CompletableFuture<>());
    }
  }

  private void predict(
      ModelInfo model, List<Path> asked, int left, CompletableFuture<List<Path>> opened) {
    latest.ask(
        () ->
            CompletableFuture.supplyAsync(() -> read(model, asked), reader)
                .thenCompose(this::predict),
        answer -> show(answer, left, opened),
        warning);
  }

  private void show(Answer answer, int left, CompletableFuture<List<Path>> opened) {
    if (!answer.problems().isEmpty()) {
      int more = answer.problems().size() - 1;
      warning.accept(
          answer.problems().get(0) + (more == 0 ? "" : " (and " + more + " more like it)"));
    } else if (left > 0) {
      warning.accept(
          "The first %d pictures are shown; for the other %d use rhobust predict."
              .formatted(MOST_PICTURES, left));
    }
    if (!answer.pictures().isEmpty()) {
      files = answer.files();
      pictures.set(answer.pictures());
      opened.complete(files);
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
