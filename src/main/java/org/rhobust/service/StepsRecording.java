package org.rhobust.service;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.rhobust.attack.AttackBatch;
import org.rhobust.attack.PgdObserver;
import org.rhobust.attack.PgdState;
import org.rhobust.attack.PgdStep;
import org.rhobust.attack.ProjectedGradientDescent;
import org.rhobust.attack.Starts;
import org.rhobust.attack.TraceRecorder;
import org.rhobust.evaluation.Prediction;
import org.rhobust.model.Classifier;
import org.rhobust.threat.Norms;

/**
 * Attacks one image from all its starts as one batch, records every step, and tells of the steps
 * while they come. It runs as one piece, so that all steps are of the same weights.
 */
final class StepsRecording {

  /** As often as a screen follows. */
  private static final long REPORT_INTERVAL_NANOS = 30_000_000;

  private final Classifier classifier;
  private final StepsRequest request;
  private final BooleanSupplier abandoned;
  private final Consumer<AttackRestarts> partial;
  private final TraceRecorder recorder;
  private final float[] image;
  private final List<List<Prediction>> rounded = new ArrayList<>();
  private long reported;

  /**
   * @param abandoned whether nobody waits any longer: then it ends at the next step
   * @param partial told what there is, first of the start
   */
  StepsRecording(
      Classifier classifier,
      StepsRequest request,
      BooleanSupplier abandoned,
      Consumer<AttackRestarts> partial) {
    this.classifier = classifier;
    this.request = request;
    this.abandoned = abandoned;
    this.partial = partial;
    recorder = new TraceRecorder(Norms.of(request.attack().norm()), true);
    image = request.images().image(request.index());
    for (int i = 0; i < request.attack().restarts(); i++) {
      rounded.add(new ArrayList<>());
    }
  }

  /** Attacks, on the compute thread. */
  AttackRestarts run() {
    int[] indices = new int[rounded.size()];
    Arrays.fill(indices, request.index());
    AttackBatch batch = AttackBatch.load(classifier, request.images(), indices);
    new ProjectedGradientDescent(request.attack())
        .run(
            classifier,
            batch.images(),
            batch.oneHot(),
            starts(batch),
            PgdObserver.all(recorder, this::progressed));
    return answer(true);
  }

  private NDArray starts(AttackBatch batch) {
    int[] index = {request.index()};
    float[] starts = new float[(int) batch.images().size()];
    for (int i = 0; i < batch.size(); i++) {
      float[] start = Starts.draw(request.attack(), index, image.length, i, request.seed());
      System.arraycopy(start, 0, starts, i * image.length, image.length);
    }
    return batch.images().getManager().create(starts, batch.images().getShape());
  }

  private void progressed(PgdState state) {
    if (abandoned.getAsBoolean()) {
      throw new CancellationException("cancelled");
    }
    long now = System.nanoTime();
    boolean last = state.iteration() == request.attack().steps();
    if (state.iteration() == 0 || !last && now - reported >= REPORT_INTERVAL_NANOS) {
      reported = now;
      partial.accept(answer(false));
    }
  }

  private AttackRestarts answer(boolean finished) {
    List<List<PgdStep>> steps = new ArrayList<>();
    for (int i = 0; i < rounded.size(); i++) {
      steps.add(recorder.steps(i));
    }
    predictRounded(steps);
    List<AttackSteps> restarts = new ArrayList<>();
    for (int i = 0; i < rounded.size(); i++) {
      restarts.add(
          new AttackSteps(
              request,
              request.images().label(request.index()),
              i,
              image,
              steps.get(i),
              rounded.get(i)));
    }
    return new AttackRestarts(restarts, finished);
  }

  /** Those of the steps that are new since the last time. */
  private void predictRounded(List<List<PgdStep>> steps) {
    for (int i = 0; i < steps.size(); i++) {
      List<Prediction> known = rounded.get(i);
      List<float[]> images =
          steps.get(i).stream()
              .skip(known.size())
              .map(step -> AttackSteps.rounded(image, step))
              .toList();
      known.addAll(Prediction.of(classifier, images));
    }
  }
}
