package org.rhobust.attack;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.rhobust.model.Probabilities;
import org.rhobust.threat.Norm;

/** Records an attack: for each image of the batch, one {@link PgdStep} an iteration. */
public final class TraceRecorder implements PgdObserver {

  private final Norm norm;
  private final boolean keepImages;
  private final List<List<PgdStep>> traces = new ArrayList<>();

  /**
   * @param keepImages whether steps hold δ and the gradient, which takes 2·C·H·W numbers an image
   *     and iteration
   */
  public TraceRecorder(Norm norm, boolean keepImages) {
    this.norm = norm;
    this.keepImages = keepImages;
  }

  @Override
  public void observe(PgdState state) {
    float[] objectives = state.objective().toFloatArray();
    float[] stepSizes = state.stepSizes().toFloatArray();
    boolean[] accepted = state.accepted().toBooleanArray();
    float[] norms = norm.measure(state.perturbations()).toFloatArray();
    float[][] probabilities = Probabilities.ofLogits(state.logits());
    float[][] perturbations = images(state.perturbations(), objectives.length);
    float[][] gradients = images(state.gradient(), objectives.length);
    for (int i = 0; i < objectives.length; i++) {
      trace(i)
          .add(
              new PgdStep(
                  state.iteration(),
                  objectives[i],
                  stepSizes[i],
                  accepted[i],
                  norms[i],
                  probabilities[i],
                  perturbations[i],
                  gradients[i]));
    }
  }

  @Override
  public boolean watchesGradients() {
    return keepImages;
  }

  /** The steps of image {@code i} of the batch, in order. */
  public List<PgdStep> steps(int i) {
    return List.copyOf(traces.get(i));
  }

  private float[][] images(NDArray array, int count) {
    return keepImages ? Probabilities.rows(array) : new float[count][0];
  }

  private List<PgdStep> trace(int i) {
    while (traces.size() <= i) {
      traces.add(new ArrayList<>());
    }
    return traces.get(i);
  }
}
