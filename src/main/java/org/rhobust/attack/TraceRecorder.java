package org.rhobust.attack;

import java.util.ArrayList;
import java.util.List;
import org.rhobust.model.Probabilities;
import org.rhobust.threat.Norm;

/** Records an attack: for each image of the batch, one {@link PgdStep} an iteration. */
public final class TraceRecorder implements PgdObserver {

  private final Norm norm;
  private final boolean keepPerturbations;
  private final List<List<PgdStep>> traces = new ArrayList<>();

  /**
   * @param keepPerturbations whether steps hold δ, which takes C·H·W numbers an image and iteration
   */
  public TraceRecorder(Norm norm, boolean keepPerturbations) {
    this.norm = norm;
    this.keepPerturbations = keepPerturbations;
  }

  @Override
  public void observe(PgdState state) {
    float[] objectives = state.objective().toFloatArray();
    float[] stepSizes = state.stepSizes().toFloatArray();
    boolean[] accepted = state.accepted().toBooleanArray();
    float[] norms = norm.measure(state.perturbations()).toFloatArray();
    float[][] probabilities = Probabilities.ofLogits(state.logits());
    float[][] perturbations =
        keepPerturbations
            ? Probabilities.rows(state.perturbations())
            : new float[objectives.length][0];
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
                  perturbations[i]));
    }
  }

  /** The steps of image {@code i} of the batch, in order. */
  public List<PgdStep> steps(int i) {
    return List.copyOf(traces.get(i));
  }

  private List<PgdStep> trace(int i) {
    while (traces.size() <= i) {
      traces.add(new ArrayList<>());
    }
    return traces.get(i);
  }
}
