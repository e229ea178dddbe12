package org.rhobust.workbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.evaluation.battery.Batteries;
import org.rhobust.threat.ThreatModel;

class PlanModelTest {

  @TempDir private Path folder;
  private final PlanModel model = new PlanModel(Runnable::run, Runnable::run);

  @Test
  void beginsWithAFirstLook() {
    Plan plan = model.planProperty().get();

    assertThat(plan.battery().name()).isEqualTo("quick");
    assertThat(plan.attacked()).isEqualTo(200);
    assertThat(plan.heldOut()).isEqualTo(1000);
    assertThat(plan.threat()).isEqualTo(new ThreatModel("linf", 0.3));
    assertThat(plan.words()).contains("quick", "L∞ 0.3", "200 images", "1,000 held-out");
    assertThat(model.batteries()).containsExactlyElementsOf(Batteries.names());
  }

  @Test
  void namesTheFieldThatCannotBeUsed() {
    model.setAvailable(10_000);
    model.countProperty().set("9001");
    assertProblem("images", "images is 9001; it must be from 1 to 9000");

    model.countProperty().set("9000");
    assertThat(model.problemProperty().get()).isNull();
    model.heldOutProperty().set("many");
    assertProblem("held out", "held out is 'many'; it must be a whole number, such as 40");
    model.heldOutProperty().set("1000");
    model.epsilonProperty().set("-1");
    assertProblem("epsilon", "epsilon is -1.0; it must be 0 or more");
    model.epsilonProperty().set("0.1");
    model.seedProperty().set("");
    assertProblem("seed", "seed is ''; it must be a whole number, such as 40");
  }

  @Test
  void fewImagesAreSharedOut() {
    model.setAvailable(30);

    assertThat(model.heldOutProperty().get()).isEqualTo("15");
    assertThat(model.countProperty().get()).isEqualTo("15");
    assertThat(model.planProperty().get().attacked()).isEqualTo(15);
  }

  @Test
  void takesTheModelsThreatAndKeepsWhatIsTypedForTheSame() {
    model.setThreat(new ThreatModel("linf", 0.1));
    assertThat(model.planProperty().get().threat()).isEqualTo(new ThreatModel("linf", 0.1));

    model.epsilonProperty().set("0.2");
    model.setThreat(new ThreatModel("linf", 0.1));
    assertThat(model.planProperty().get().threat().epsilon()).isEqualTo(0.2);
  }

  @Test
  void aWrongBatteryFileIsToldWithItsLine() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.toml"), "[[attack]]\nattack = \"pdg\"\n");

    model.open(file);

    assertThat(model.planProperty().get()).isNull();
    assertThat(model.problemProperty().get().field()).isEqualTo("battery");
    assertThat(model.problemProperty().get().message())
        .contains("mine.toml", "line 2", "attack", "pdg");
    assertThat(model.problemProperty().get().message().lines()).hasSize(1);
    assertThat(model.batteries()).endsWith(file.toString());
  }

  @Test
  void anEditedBatteryFileIsReadAgain() throws IOException {
    String battery = "[[attack]]\nattack = \"pgd\"\nsteps = %d\n";
    Path file = Files.writeString(folder.resolve("mine.toml"), battery.formatted(10));
    model.open(file);
    double before = model.planProperty().get().points();
    Files.writeString(file, battery.formatted(20));
    Deque<Plan> renewed = new ArrayDeque<>();

    model.renew(renewed::add);

    assertThat(before).isEqualTo(200 * 11);
    assertThat(renewed).hasSize(1);
    assertThat(renewed.peek().points()).isEqualTo(200 * 21);
  }

  @Test
  void anAnswerForAFieldThatWasChangedSinceIsDropped() {
    Deque<Runnable> waiting = new ArrayDeque<>();
    PlanModel slow = new PlanModel(waiting::add, Runnable::run);
    slow.batteryProperty().set("strong");
    slow.batteryProperty().set("mnist");
    while (!waiting.isEmpty()) {
      waiting.pollLast().run();
    }

    assertThat(slow.planProperty().get().battery().name()).isEqualTo("mnist");
  }

  private void assertProblem(String field, String message) {
    assertThat(model.planProperty().get()).isNull();
    assertThat(model.problemProperty().get().field()).isEqualTo(field);
    assertThat(model.problemProperty().get().message()).isEqualTo(message);
  }
}
