package org.rhobust.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.rhobust.attack.PgdSettings;
import org.rhobust.data.DataSets;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.evaluation.DirectionSettings;
import org.rhobust.tensor.ComputeThread;

class DirectionQuestionTest {

  private static final String MODEL = "mnist-ccat";

  private final ComputeThread compute = ComputeThread.get();
  private final ModelShelf models = new ModelShelf(compute);
  private final Inspection inspection = new Inspection(compute, models);

  @Test
  void isAnswered() throws Exception {
    models.open(MODEL).get(60, TimeUnit.SECONDS);
    DirectionCurve curve = ask(5).get(60, TimeUnit.SECONDS);
    assertThat(curve.index()).isEqualTo(2);
  }

  @Test
  void oneThatIsCancelledDoesNotKeepTheOthersWaiting() throws Exception {
    models.open(MODEL).get(60, TimeUnit.SECONDS);
    ImageSet test = DataSets.get("mnist").test();
    CompletableFuture<DirectionCurve> endless = ask(100_000_000);
    CompletableFuture<Object> behind = compute.submitLatest("behind", () -> null);
    // Long enough that the attack has begun.
    Thread.sleep(300);
    assertThat(behind).isNotDone();
    endless.cancel(false);

    assertThat(inspection.predict(MODEL, List.of(test.image(0))).get(60, TimeUnit.SECONDS))
        .hasSize(1);
  }

  private CompletableFuture<DirectionCurve> ask(int steps) {
    PgdSettings attack =
        new PgdSettings("linf", 0.3, steps, 0.01, 0.9, 1.5, "confidence", null, "zero", 1);
    return inspection.direction(
        "test",
        new DirectionRequest(
            MODEL,
            MODEL,
            DataSets.get("mnist").test(),
            2,
            DirectionSettings.adversarial(attack, 0)));
  }
}
