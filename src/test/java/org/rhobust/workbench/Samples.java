package org.rhobust.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.rhobust.attack.PgdStep;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.Direction;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.evaluation.Prediction;
import org.rhobust.evaluation.Predictions;
import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.evaluation.battery.AttackResult;
import org.rhobust.evaluation.battery.AttackedImage;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.evaluation.battery.BestPoint;
import org.rhobust.model.ImageShape;
import org.rhobust.service.AttackRestarts;
import org.rhobust.service.AttackSteps;
import org.rhobust.service.MetricColumns;
import org.rhobust.service.ModelInfo;
import org.rhobust.service.ProbeResult;
import org.rhobust.service.RunDetails;
import org.rhobust.service.RunState;
import org.rhobust.service.StepsRequest;
import org.rhobust.service.TrainingSnapshot;

/** Hand-made answers of the services. */
public final class Samples {

  private Samples() {}

  /** {@code count} images of 2 by 2 pixels in three classes; image i has class i mod 3. */
  public static ImageSet images(int count) {
    byte[] pixels = new byte[4 * count];
    int[] labels = IntStream.range(0, count).map(i -> i % 3).toArray();
    return ImageSet.of("sample", List.of("ant", "bee", "cow"), 1, 2, 2, pixels, labels);
  }

  public static ModelInfo model(String id, boolean live) {
    return new ModelInfo(id, id, live, 3, new ImageShape(1, 2, 2), null, null);
  }

  /**
   * An attack of {@code last} steps on an image of class 0: the true class loses an equal share at
   * every step to class 1, and every third step is rejected.
   */
  public static AttackSteps attack(StepsRequest request, int last) {
    return attack(request, last, 0);
  }

  private static AttackSteps attack(StepsRequest request, int last, int restart) {
    List<PgdStep> steps = new ArrayList<>();
    List<Prediction> rounded = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      float lost = (float) i / last;
      float[] probabilities = {1 - lost, lost, 0};
      float[] perturbation = {0.1f * lost, 0, 0, 0};
      boolean accepted = i % 3 != 2;
      steps.add(
          new PgdStep(
              i,
              -lost,
              0.01f / (1 + i),
              accepted,
              0.1f * lost,
              probabilities,
              perturbation,
              new float[] {0, lost, 0, -lost}));
      rounded.add(new Prediction(lost < 0.5f ? 0 : 1, Math.max(lost, 1 - lost)));
    }
    return new AttackSteps(request, 0, restart, new float[4], steps, rounded);
  }

  /**
   * As many walks as are asked for, all as {@link #attack} but for restart 1, of half its speed.
   */
  public static AttackRestarts restarts(StepsRequest request, int last, boolean finished) {
    return new AttackRestarts(
        IntStream.range(0, request.attack().restarts())
            .mapToObj(i -> attack(request, i == 1 ? 2 * last : last, i))
            .map(
                walk ->
                    new AttackSteps(
                        request,
                        0,
                        walk.restart(),
                        walk.image(),
                        walk.steps().subList(0, last + 1),
                        walk.rounded().subList(0, last + 1)))
            .toList(),
        finished);
  }

  /** Class 0 falls from 1 and class 1 rises from 0 by the same amount, to {@code end} at 2ε. */
  public static DirectionCurve curve(int index, double end) {
    int points = 21;
    double[] distances = new double[points];
    double[] truth = new double[points];
    double[] other = new double[points];
    for (int i = 0; i < points; i++) {
      distances[i] = 0.6 * i / (points - 1);
      other[i] = end * i / (points - 1);
      truth[i] = 1 - other[i];
    }
    Direction line = new Direction(index, 0, new float[4], new float[] {1, 1, -1, 0}, 0.3);
    int[] predictions = IntStream.range(0, points).map(i -> other[i] > truth[i] ? 1 : 0).toArray();
    double[] confidences =
        IntStream.range(0, points).mapToDouble(i -> Math.max(truth[i], other[i])).toArray();
    return new DirectionCurve(
        line, 1, distances, truth, other, predictions, confidences, 0.3, false);
  }

  /**
   * Four images, the last misclassified from the start; the attack breaks images 1 and 3, with
   * confidences 0.6 and 0.9. Held out are correct images of confidences 0.5, 0.51 … 0.99.
   */
  public static BatteryResult battery() {
    Predictions clean =
        Predictions.of(
            new int[] {0, 1, 2, 0},
            new double[][] {{0.9, 0.1, 0}, {0.1, 0.8, 0.1}, {0, 0.3, 0.7}, {0.2, 0.8, 0}});
    int[] labels = new int[50];
    double[][] heldOut = new double[50][];
    for (int i = 0; i < 50; i++) {
      heldOut[i] = new double[] {0.5 + 0.01 * i, 0.5 - 0.01 * i, 0};
    }
    double none = Double.NEGATIVE_INFINITY;
    List<AttackedImage> attacked =
        List.of(
            attacked(0, none, 0.5, 0.3, 0),
            attacked(1, 0.6, 0.6, 0.6, 2),
            attacked(2, none, 0.4, 0.3, 2),
            attacked(3, 0.9, 0.9, 0.9, 1));
    AttackBattery quick = AttackBattery.quick("linf", 0.3, 20);
    return new BatteryResult(
        quick,
        Predictions.of(labels, heldOut),
        clean,
        quick.attacks().stream().map(entry -> new AttackResult(entry, attacked)).toList(),
        List.of(),
        List.of());
  }

  private static AttackedImage attacked(
      int index, double misclassified, double any, double adversarial, int prediction) {
    BestPoint best = new BestPoint(new float[784], adversarial, any, prediction, any, prediction);
    return new AttackedImage(index, misclassified, any, best);
  }

  /** A training at a step, with a probe of image {@code index}. */
  public static TrainingSnapshot training(RunState state, int step, int index) {
    BatteryResult sample = battery();
    ProbeResult probe =
        new ProbeResult(
            step,
            images(60),
            AttackBattery.glimpseAttack("linf", 0.3),
            sample,
            sample.threshold(0.99),
            curve(index, 0.8));
    return new TrainingSnapshot(
        state,
        "",
        null,
        null,
        step,
        100,
        10,
        1,
        1,
        MetricColumns.EMPTY,
        null,
        probe,
        RunDetails.NONE);
  }
}
