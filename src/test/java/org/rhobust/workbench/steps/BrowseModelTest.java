package org.rhobust.workbench.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.service.ModelInfo;
import org.rhobust.service.RunState;
import org.rhobust.workbench.Samples;
import org.rhobust.workbench.Selection;

/** The sample: of four images the last errs from the start, the attack breaks images 1 and 3. */
class BrowseModelTest {

  private final Selection selection = new Selection();
  private final List<String> asked = new ArrayList<>();
  private final List<CompletableFuture<BatteryResult>> answers = new ArrayList<>();

  private BrowseModel open() {
    BrowseModel model =
        new BrowseModel(selection, this::look, Runnable::run, () -> 0, new Random(1));
    model.setShown(true);
    return model;
  }

  private CompletableFuture<BatteryResult> look(
      String model,
      ImageSet test,
      int count,
      int heldOut,
      AttackBattery battery,
      long seed,
      DoubleConsumer progress) {
    asked.add(model + " " + count + " " + heldOut);
    answers.add(new CompletableFuture<>());
    return answers.get(answers.size() - 1);
  }

  private void select(boolean live) {
    selection.imagesProperty().set(Samples.images(8));
    selection.modelProperty().set(Samples.model("net", live));
  }

  private void answer() {
    answers.get(answers.size() - 1).complete(Samples.battery());
  }

  @Example
  void aClassThatTheImagesDoNotHaveIsEveryClass() {
    selection.imagesProperty().set(Samples.images(9));
    BrowseModel model = open();
    model.labelProperty().set(7);
    assertThat(model.labelProperty().get()).isEqualTo(BrowseModel.ANY);
    assertThat(model.matchingProperty().get()).hasSize(9);
  }

  @Example
  void whatWasSeenOfOneRunSaysNothingOfTheNext() {
    select(true);
    BrowseModel model = open();
    model.filterProperty().set(ImageFilter.MISCLASSIFIED);
    answer();
    assertThat(model.matchingProperty().get()).containsExactly(3);

    ModelInfo before = selection.modelProperty().get();
    selection
        .modelProperty()
        .set(
            new ModelInfo(
                before.id(),
                "the next run",
                true,
                before.classes(),
                before.input(),
                before.description(),
                before.sha256()));
    assertThat(asked).hasSize(2);
    assertThat(model.matchingProperty().get()).isEmpty();
  }

  @Property(tries = 50)
  void nextAndPreviousGoRoundTheImagesOfAClass(
      @ForAll @IntRange(max = 29) int from, @ForAll @IntRange(min = -1, max = 2) int label) {
    selection.imagesProperty().set(Samples.images(30));
    selection.imageProperty().set(from);
    BrowseModel model = open();
    model.labelProperty().set(label);
    TreeSet<Integer> wanted = new TreeSet<>();
    IntStream.range(0, 30).filter(i -> label < 0 || i % 3 == label).forEach(wanted::add);

    TreeSet<Integer> seen = new TreeSet<>();
    for (int i = 0; i < wanted.size(); i++) {
      model.next();
      seen.add(selection.imageProperty().get());
    }
    assertThat(seen).isEqualTo(wanted);

    int end = selection.imageProperty().get();
    model.next();
    model.previous();
    assertThat(selection.imageProperty().get()).isEqualTo(end);

    model.random();
    assertThat(wanted).contains(selection.imageProperty().get());
    assertThat(selection.imageProperty().get()).isNotEqualTo(end);
  }

  @Example
  void aFilterLooksAtAModelOnce() {
    select(false);
    BrowseModel model = open();
    assertThat(asked).as("all images need no look").isEmpty();

    model.filterProperty().set(ImageFilter.MISCLASSIFIED);
    assertThat(asked).containsExactly("net 4 4");
    assertThat(model.matchingProperty().get()).isEmpty();
    answer();
    assertThat(model.matchingProperty().get()).containsExactly(3);
    assertThat(model.wordsProperty().get()).isEqualTo("1 of the first 4 test images");

    model.filterProperty().set(ImageFilter.ATTACK_SUCCEEDED);
    assertThat(model.matchingProperty().get()).containsExactly(1);
    assertThat(model.wordsProperty().get()).contains("short attack", "a longer one finds more");

    selection.thresholdProperty().set(0.7);
    model.filterProperty().set(ImageFilter.STILL_CONFIDENT);
    assertThat(model.matchingProperty().get()).containsExactly(3);
    selection.thresholdProperty().set(0.6);
    assertThat(model.matchingProperty().get()).containsExactly(1, 3);
    model.labelProperty().set(0);
    assertThat(model.matchingProperty().get()).containsExactly(3);
    assertThat(asked).hasSize(1);
  }

  @Example
  void withoutAThresholdThatOfTheLookCounts() {
    select(false);
    BrowseModel model = open();
    model.filterProperty().set(ImageFilter.STILL_CONFIDENT);
    answer();

    double calibrated = Samples.battery().threshold(0.99).orElseThrow();
    assertThat(calibrated).isLessThan(0.6);
    assertThat(model.matchingProperty().get()).containsExactly(1, 3);
  }

  @Example
  void anotherModelIsLookedAtAndTheFirstRemembered() {
    select(false);
    BrowseModel model = open();
    model.filterProperty().set(ImageFilter.MISCLASSIFIED);
    answer();

    selection.modelProperty().set(Samples.model("other", false));
    assertThat(asked).containsExactly("net 4 4", "other 4 4");
    assertThat(model.matchingProperty().get()).isEmpty();
    selection.modelProperty().set(Samples.model("net", false));
    assertThat(answers.get(1)).as("no longer wanted").isCancelled();
    assertThat(model.matchingProperty().get()).containsExactly(3);
    assertThat(asked).hasSize(2);

    selection.imagesProperty().set(Samples.images(12));
    assertThat(asked).as("other images").hasSize(3);
  }

  @Example
  void aLookAtTheNetworkInTrainingSaysItsStepAndIsRenewedOnRequest() {
    select(true);
    BrowseModel model = open();
    model.update(Samples.training(RunState.RUNNING, 1234, 0));
    model.filterProperty().set(ImageFilter.MISCLASSIFIED);
    answer();
    model.update(Samples.training(RunState.RUNNING, 1300, 0));
    assertThat(model.wordsProperty().get()).contains("after step 1,234");
    assertThat(model.canLookAgain()).isTrue();

    model.lookAgain();
    answer();
    assertThat(model.wordsProperty().get()).contains("after step 1,300");
  }

  @Example
  void nothingIsLookedAtWhileHiddenAndALookCanBeCancelled() {
    select(false);
    BrowseModel model = open();
    model.setShown(false);
    model.filterProperty().set(ImageFilter.MISCLASSIFIED);
    assertThat(asked).isEmpty();
    model.setShown(true);
    assertThat(asked).hasSize(1);
    model.setShown(false);
    assertThat(answers.get(0)).isCancelled();
    model.setShown(true);

    model.cancel();
    assertThat(answers.get(1)).isCancelled();
    assertThat(model.filterProperty().get()).isEqualTo(ImageFilter.ALL);
    assertThat(model.matchingProperty().get()).hasSize(8);

    model.close();
    selection.imagesProperty().set(Samples.images(20));
    assertThat(model.matchingProperty().get()).hasSize(8);
  }

  @Example
  void anImageThatIsChosenTakesThePlaceOfAPicture() {
    select(false);
    BrowseModel model = open();
    selection.pictureProperty().set(Samples.images(1));
    model.next();

    assertThat(selection.pictureProperty().get()).isNull();
    assertThat(selection.subjectProperty().get().index()).isEqualTo(1);
  }
}
