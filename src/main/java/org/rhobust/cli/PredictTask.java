package org.rhobust.cli;

import java.util.ArrayList;
import java.util.List;
import org.rhobust.data.DataException;
import org.rhobust.data.ImageSource;
import org.rhobust.evaluation.Prediction;
import org.rhobust.model.Classifier;
import org.rhobust.model.OpenModel;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.tensor.Devices;
import org.rhobust.tensor.ThreadCount;
import org.rhobust.tensor.Torch;

/** Predicts images in batches, so that memory holds one of them only. */
final class PredictTask {

  private final Console console;
  private final ImageSource images;
  private final Double threshold;
  private final boolean names;
  private final Table table;
  private int unreadable;
  private int broken;

  /**
   * @param threshold τ; null where there is none
   * @param names whether a row ends with the image's file
   */
  PredictTask(Console console, ImageSource images, Double threshold, boolean names) {
    this.console = console;
    this.images = images;
    this.threshold = threshold;
    this.names = names;
    table =
        names
            ? new Table("index", "label", "prediction", "confidence", "accepted", "file")
            : new Table("index", "label", "prediction", "confidence", "accepted");
  }

  /** Predicts all images. */
  void run(ModelOptions.Source source, ComputeOptions compute) {
    ComputeThread.get()
        .call(
            () -> {
              try (OpenModel model = source.onDevice().apply(Devices.of(compute.device))) {
                predict(model.classifier(), compute);
              }
              return null;
            });
  }

  /** A row an image that could be read. */
  Table table() {
    return table;
  }

  /**
   * Says what a person should know of the result.
   *
   * @throws DataException when images could not be read
   */
  void tell() {
    console.noteUnlessEmpty(images.remark());
    if (threshold == null) {
      console.note("the model has no threshold, so accepted is empty; give one with --threshold");
    }
    if (broken > 0) {
      console.warn(
          "%d output%s not finite: no prediction, and accepted at every threshold"
              .formatted(broken, broken == 1 ? " is" : "s are"));
    }
    if (unreadable > 0) {
      throw new DataException(
          "%d of %d pictures could not be read; the lines above name them"
              .formatted(unreadable, images.size()));
    }
  }

  private void predict(Classifier classifier, ComputeOptions compute) {
    int size = Prediction.batchSize(classifier.input());
    try (Progress progress = console.progress(images.size())) {
      progress.update(0, "");
      for (int from = 0; from < images.size(); from += size) {
        int to = Math.min(images.size(), from + size);
        List<Integer> indices = new ArrayList<>();
        List<float[]> batch = new ArrayList<>();
        for (int i = from; i < to; i++) {
          console.checkStop();
          read(i, indices, batch);
        }
        if (!batch.isEmpty()) {
          if (table.isEmpty()) {
            prepare(classifier, batch, compute);
          }
          add(indices, Prediction.of(classifier, batch));
        }
        progress.update(to, "predicting image %d of %d".formatted(to, images.size()));
      }
    }
  }

  private void read(int i, List<Integer> indices, List<float[]> batch) {
    try {
      batch.add(images.image(i).values());
      indices.add(i);
    } catch (DataException e) {
      if (images.size() == 1) {
        throw e;
      }
      unreadable++;
      console.note("error: " + e.getMessage());
    }
  }

  /** A batch alone is not worth a trial. */
  private void prepare(Classifier classifier, List<float[]> batch, ComputeOptions compute) {
    if (compute.threads != null) {
      Torch.setThreads(compute.threads);
    } else if (images.size() > batch.size()) {
      ThreadCount.chooseFastest(classifier.device(), () -> Prediction.of(classifier, batch));
    } else {
      Torch.setThreads(1);
    }
  }

  private void add(List<Integer> indices, List<Prediction> predictions) {
    for (int i = 0; i < predictions.size(); i++) {
      int index = indices.get(i);
      Prediction prediction = predictions.get(i);
      broken += prediction.finite() ? 0 : 1;
      List<Object> row = new ArrayList<>();
      row.add(index);
      row.add(images.label(index).isPresent() ? images.label(index).getAsInt() : null);
      row.add(prediction.finite() ? prediction.predictedClass() : null);
      row.add(prediction.finite() ? prediction.confidence() : null);
      row.add(threshold == null ? null : prediction.accepted(threshold));
      if (names) {
        row.add(images.file(index).orElse(null));
      }
      table.add(row.toArray());
    }
  }
}
