package org.rhobust.workbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.Property;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;
import org.rhobust.training.Preset;
import org.rhobust.training.Presets;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;
import org.rhobust.workbench.Memory;

class TrainingFormTest {

  private final TrainingFixture training = new TrainingFixture();
  private final TrainingModel model = training.model;

  @Test
  void anotherPresetBringsAllItsValues() {
    Preset paper =
        Presets.all().stream().filter(p -> p.name().equals("cifar10-paper")).findFirst().get();
    model.form().presetProperty().set(paper);

    assertThat(model.form().settingsProperty().get())
        .isEqualTo(Presets.of("cifar10-paper", TrainingMethod.CONFIDENCE_CALIBRATED));
    model.form().methodProperty().set(TrainingMethod.ADVERSARIAL);
    assertThat(model.form().settingsProperty().get())
        .isEqualTo(Presets.of("cifar10-paper", TrainingMethod.ADVERSARIAL));
    assertThat(model.startTextProperty().get()).startsWith("Train adversarially (cifar10-paper");
  }

  @Test
  void anotherMethodBringsItsOwnAttack() {
    model.form().methodProperty().set(TrainingMethod.ADVERSARIAL);

    model.start();

    assertThat(training.started.get(0).settings())
        .isEqualTo(Presets.of("quick", TrainingMethod.ADVERSARIAL));
    assertThat(training.started.get(0).folder().toString()).endsWith("-adversarial-seed0");
  }

  @Test
  void anotherNormBringsItsCustomaryBall() {
    model.form().attack().normProperty().set("l2");

    TrainingSettings settings = model.form().settingsProperty().get();
    assertThat(settings.attack().epsilon()).isEqualTo(1.5);
    assertThat(settings.attack().stepSize()).isEqualTo(0.25);
    model.form().reset();
    assertThat(model.form().settingsProperty().get()).isEqualTo(TrainingFixture.QUICK);
  }

  @Test
  void whatIsTypedIsTrainedAndWrittenInTheCommand() {
    model.form().rho().textProperty().set("6");
    model.form().attack().epsilon().textProperty().set("0.2");
    model.form().epochs().textProperty().set("2");
    model.form().examples().textProperty().set("100");
    model.form().seed().textProperty().set("7");
    assertThat(model.startTextProperty().get())
        .isEqualTo("Train CCAT (2 × 100 images, about 1 min 24 s)");

    model.start();

    TrainingSettings settings = training.started.get(0).settings();
    assertThat(settings)
        .isEqualTo(
            TrainingFixture.QUICK.toBuilder()
                .rho(6)
                .epsilon(0.2)
                .epochs(2)
                .examples(100)
                .seed(7)
                .build());
    assertThat(training.started.get(0).command())
        .contains("--seed 7 --examples 100 --epochs 2 --rho 6 --epsilon 0.2 --out");
  }

  @Test
  void dataNetworkAndTheRestAreTrainedAndWrittenInTheCommand() {
    model.form().datasetProperty().set("mnist[3,8]");
    model.form().networkProperty().set("lenet");
    model.form().augmentationProperty().set(List.of("crop", "flip"));
    model.form().weightsProperty().set("mnist-ccat");
    model.form().batch().textProperty().set("20");
    model.form().optimiser().learningRate().textProperty().set("0.02");
    model.form().attack().steps().textProperty().set("7");
    model.form().attack().stepSize().textProperty().set("0.1");

    model.start();

    assertThat(training.started.get(0).command())
        .contains(
            "--seed 0 --dataset 'mnist[3,8]' --network lenet --augment crop,flip"
                + " --weights mnist-ccat --batch 20 --learning-rate 0.02 --steps 7"
                + " --step-size 0.1 --out");
    assertThat(training.started.get(0).settings().dataset()).isEqualTo("mnist[3,8]");
    assertThat(training.started.get(0).settings().augmentation()).containsExactly("crop", "flip");
  }

  @Test
  void theAttackAndTheOptimiserAreTrainedAndWrittenInTheCommand() {
    AttackFields attack = model.form().attack();
    attack.objectiveProperty().set("margin");
    attack.momentum().textProperty().set("0.5");
    attack.backtracksProperty().set(false);
    attack.initialisationsProperty().set(List.of("zero"));
    OptimiserFields optimiser = model.form().optimiser();
    optimiser.nesterovProperty().set(true);
    optimiser.weightDecay().textProperty().set("0.0005");
    optimiser.scheduleProperty().set("steps");
    optimiser.decay().textProperty().set("0.1");
    optimiser.milestonesProperty().set("10, 15");
    model.form().fraction().textProperty().set("0.25");
    model.form().familyProperty().set("linear");

    model.start();

    assertThat(training.started.get(0).command())
        .contains(
            "--family linear --fraction 0.25 --nesterov --weight-decay 0.0005 --schedule steps"
                + " --decay 0.1 --milestones 10,15 --attack-momentum 0.5 --backtracking off"
                + " --objective margin --init zero --out");
    TrainingSettings settings = training.started.get(0).settings();
    assertThat(settings.attack().backtracking()).isNull();
    assertThat(settings.optimiser().milestones()).containsExactly(10, 15);
  }

  @Test
  void anotherOptimiserBringsARateThatSuitsIt() {
    OptimiserFields optimiser = model.form().optimiser();
    optimiser.nesterovProperty().set(true);
    optimiser.nameProperty().set("adam");
    assertThat(optimiser.learningRate().value()).isEqualTo(0.001);

    model.start();

    assertThat(training.started.get(0).command()).contains("--seed 0 --optimiser adam --out");
    assertThat(training.started.get(0).settings().optimiser())
        .isEqualTo(TrainingFixture.QUICK.optimiser().with("adam"));
    optimiser.nameProperty().set("sgd");
    assertThat(optimiser.learningRate().value()).isEqualTo(0.1);
    model.form().optimiser().nameProperty().set("adam");
    model.form().reset();
    assertThat(model.form().settingsProperty().get()).isEqualTo(TrainingFixture.QUICK);
  }

  @Test
  void theFormComesBackAsItWasLeft() {
    Map<String, String> kept = new HashMap<>();
    TrainingForm left = new TrainingForm();
    left.keep(new MapMemory(kept));
    left.presetProperty().set(Presets.named("cifar10-article"));
    left.methodProperty().set(TrainingMethod.ADVERSARIAL);
    left.attack().normProperty().set("l2");
    left.attack().epsilon().textProperty().set("0.7");
    left.attack().backtracksProperty().set(true);
    left.attack().initialisationsProperty().set(List.of("zero", "gaussian"));
    left.optimiser().milestonesProperty().set("2, 4");
    left.datasetProperty().set("mnist[1,2]");
    left.seed().textProperty().set("9");

    TrainingForm next = new TrainingForm();
    next.keep(new MapMemory(kept));

    assertThat(next.settingsProperty().get()).isEqualTo(left.settingsProperty().get());
  }

  private record MapMemory(Map<String, String> values) implements Memory {

    @Override
    public <T> Subscription keep(
        String key, String words, Property<T> setting, StringConverter<T> text) {
      if (values.containsKey(key)) {
        setting.setValue(text.fromString(values.get(key)));
      }
      return setting.subscribe(value -> values.put(key, text.toString(value)));
    }
  }
}
