package org.rhobust.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.data.DataException;
import org.rhobust.data.ImageSet;
import org.rhobust.model.ImageShape;
import org.rhobust.model.ModelDescription;
import org.rhobust.model.ModelDirectory;
import org.rhobust.run.RunConfig;
import org.rhobust.run.RunDirectory;
import org.rhobust.service.MetricColumns;
import org.rhobust.service.ModelInfo;
import org.rhobust.service.ModelShelf;
import org.rhobust.service.ProbeResult;
import org.rhobust.service.RunDetails;
import org.rhobust.service.RunState;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.training.Presets;
import org.rhobust.training.TrainingMethod;
import org.rhobust.workbench.Samples;
import org.rhobust.workbench.Selection;

class ModelChoiceTest {

  private static final ImageShape MNIST = new ImageShape(1, 28, 28);
  private static final ImageShape COLOUR = new ImageShape(3, 32, 32);

  private final Map<String, CompletableFuture<ModelInfo>> opening = new HashMap<>();
  private final List<Throwable> problems = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final Selection selection = new Selection();
  private final ModelChoice choice =
      new ModelChoice(
          id -> opening.computeIfAbsent(id, i -> new CompletableFuture<>()),
          new ImageChoice(selection, this::testOf, List::of, Runnable::run, remarks::add),
          selection,
          Runnable::run,
          Runnable::run,
          problems::add,
          remarks::add);

  @Test
  void whatWasFoundOutIsSaid() {
    CompletableFuture<ModelInfo> file = new CompletableFuture<>();
    choice.open(new ModelOffer("net.pt", "net.pt", null), file);

    file.complete(
        new ModelInfo(
            "net.pt", "net.pt", false, 10, MNIST, null, null, null, "net.pt returns logits"));
    choice.offerSamples(List.of("mnist-ccat"), "mnist-ccat");

    assertThat(selection.modelProperty().get().id()).isEqualTo("net.pt");
    assertThat(remarks).containsExactly("net.pt returns logits");
  }

  @Test
  void theFirstStartOpensThePreferredSample() {
    choice.offerSamples(List.of("mnist-normal", "mnist-ccat"), "mnist-ccat");
    assertThat(selection.modelProperty().get()).isNull();

    opening.get("mnist-ccat").complete(info("mnist-ccat", MNIST, 0.4));

    assertThat(selection.modelProperty().get().id()).isEqualTo("mnist-ccat");
    assertThat(selection.thresholdProperty().get()).isEqualTo(0.4);
    assertThat(opening).doesNotContainKey("mnist-normal");
  }

  @Test
  void worksWithoutSamples() {
    choice.offerSamples(List.of(), "mnist-ccat");

    assertThat(choice.offers()).isEmpty();
    assertThat(choice.chosenProperty().get()).isNull();
  }

  @Test
  void theLastChoiceWinsWhicheverOpensFirst() {
    choice.offerSamples(List.of("a", "b"), "a");
    choice.choose(choice.offers().get(1));

    opening.get("b").complete(info("b", MNIST, 0.5));
    opening.get("a").complete(info("a", MNIST, 0.5));

    assertThat(selection.modelProperty().get().id()).isEqualTo("b");
    assertThat(choice.chosenProperty().get().id()).isEqualTo("b");
  }

  @Test
  void aModelThatDoesNotOpenLeavesTheOneBefore() {
    choice.offerSamples(List.of("a", "b"), "a");
    opening.get("a").complete(info("a", MNIST, 0.5));
    choice.choose(choice.offers().get(1));

    opening.get("b").completeExceptionally(new IllegalArgumentException("damaged"));

    assertThat(choice.chosenProperty().get().id()).isEqualTo("a");
    assertThat(problems).hasSize(1);
  }

  @Test
  void aModelBringsTheImagesOfItsDataSet() {
    selection.imagesProperty().set(images("mnist", MNIST));
    choice.offerSamples(List.of("other"), "other");

    opening.get("other").complete(info("other", MNIST, "clothes", 0.5));

    assertThat(selection.modelProperty().get().id()).isEqualTo("other");
    assertThat(selection.imagesProperty().get().name()).isEqualTo("clothes test");
    assertThat(problems).isEmpty();
  }

  @Test
  void theImagesOfTheLastSessionComeFirstAndOnlyOnce() {
    selection.imagesProperty().set(images("mnist", MNIST));
    choice.preferImages("clothes");
    choice.offerSamples(List.of("a", "b"), "a");
    opening.get("a").complete(info("a", MNIST, "mnist", 0.5));
    assertThat(selection.imagesProperty().get().name()).isEqualTo("clothes test");

    choice.choose(choice.offers().get(1));
    opening.get("b").complete(info("b", MNIST, "mnist", 0.5));
    assertThat(selection.imagesProperty().get().name()).isEqualTo("mnist test");
    assertThat(remarks).isEmpty();
  }

  @Test
  void imagesOfTheLastSessionThatAreGoneAreSaidInALine() {
    choice.preferImages("missing");
    choice.offerSamples(List.of("a"), "a");
    opening.get("a").complete(info("a", MNIST, "mnist", 0.5));

    assertThat(selection.imagesProperty().get().name()).isEqualTo("mnist test");
    assertThat(remarks)
        .containsExactly(
            "missing of the last session is not shown: the files of missing are not here");
  }

  @Test
  void noViewSeesAModelWithTheImagesOfAnother() {
    selection.imagesProperty().set(images("mnist", MNIST));
    choice.offerSamples(List.of("a", "colour"), "a");
    opening.get("a").complete(info("a", MNIST, "mnist", 0.5));
    selection
        .imagesProperty()
        .addListener(o -> assertThat(selection.modelProperty().get()).isNull());

    choice.choose(choice.offers().get(1));
    opening.get("colour").complete(info("colour", COLOUR, "colours", 0.5));

    assertThat(selection.modelProperty().get().id()).isEqualTo("colour");
    assertThat(selection.imagesProperty().get().shape()).isEqualTo("3x32x32");
  }

  @Test
  void imagesOfAnotherDataSetAreSaidToBeThat() {
    selection.imagesProperty().set(images("mnist", MNIST));
    choice.offerSamples(List.of("lost"), "lost");

    opening.get("lost").complete(info("lost", MNIST, "missing", 0.5));

    assertThat(selection.modelProperty().get().id()).isEqualTo("lost");
    assertThat(remarks.get(0)).contains("lost", "missing", "mnist test");
  }

  @Test
  void imagesThatAreAskedForKeepAModelThatTakesThem() {
    selection.imagesProperty().set(images("mnist", MNIST));
    choice.offerSamples(List.of("a"), "a");
    opening.get("a").complete(info("a", MNIST, "mnist", 0.5));

    choice.showImages("clothes");
    assertThat(selection.imagesProperty().get().name()).isEqualTo("clothes test");
    assertThat(selection.modelProperty().get().id()).isEqualTo("a");

    choice.showImages("colours");
    assertThat(selection.imagesProperty().get().name()).isEqualTo("colours test");
    assertThat(selection.modelProperty().get()).isNull();
    assertThat(remarks.get(1)).contains("colours test", "3x32x32 in 10 classes");

    choice.showImages("missing");
    assertThat(selection.imagesProperty().get().name()).isEqualTo("colours test");
    assertThat(problems).hasSize(1);
  }

  @Test
  void aModelOfOtherImagesIsRefusedWithTheReason() {
    selection.imagesProperty().set(images("mnist", MNIST));
    choice.offerSamples(List.of("colour"), "colour");

    opening.get("colour").complete(info("colour", new ImageShape(3, 32, 32), 0.5));

    assertThat(selection.modelProperty().get()).isNull();
    assertThat(problems.get(0)).hasMessageContainingAll("colour", "3x32x32", "Data view");
  }

  @Test
  void theNetworkInTrainingIsSelectedAndWithdrawnWithItsRun() {
    choice.offerSamples(List.of("a"), "a");
    opening.get("a").complete(info("a", MNIST, 0.5));
    TrainingSnapshot running = running("20261122-083031-ccat-rho12-seed0");

    choice.follow(TrainingSnapshot.IDLE, running);

    ModelInfo live = selection.modelProperty().get();
    assertThat(live.id()).isEqualTo(ModelShelf.LIVE);
    assertThat(live.live()).isTrue();
    assertThat(live.input()).isEqualTo(MNIST);
    assertThat(live.classes()).isEqualTo(10);
    assertThat(selection.thresholdProperty().get()).isNaN();

    choice.choose(choice.offers().get(0));
    choice.follow(running, running);
    assertThat(selection.modelProperty().get().id()).isEqualTo("a");

    choice.choose(choice.offers().get(1));
    choice.follow(running, TrainingSnapshot.IDLE);
    assertThat(choice.offers()).hasSize(1);
    assertThat(selection.modelProperty().get().id()).isEqualTo("a");
  }

  @Test
  void theThresholdOfTheNetworkInTrainingFollowsItsProbes() {
    TrainingSnapshot running = running("20261122-083031-ccat-rho12-seed0");
    choice.follow(TrainingSnapshot.IDLE, running);
    assertThat(selection.threshold().origin()).isEmpty();

    TrainingSnapshot probed = probed(running, RunState.RUNNING, 40, 0.99);
    choice.follow(running, probed);
    assertThat(selection.thresholdProperty().get()).isEqualTo(0.5);
    assertThat(selection.threshold().origin())
        .contains("99 % TPR", "50 correct of 50 held-out images", "step 40");

    TrainingSnapshot later = probed(running, RunState.RUNNING, 80, 0.9);
    choice.follow(probed, later);
    assertThat(selection.thresholdProperty().get()).isCloseTo(0.55, within(1e-9));
    assertThat(selection.threshold().ownProperty().get()).as("no setting").isNaN();
  }

  @Test
  void aPersonsThresholdStaysUntilAnotherModelIsChosen() {
    choice.offerSamples(List.of("a"), "a");
    opening.get("a").complete(info("a", MNIST, 0.4));
    TrainingSnapshot running = running("20261122-083031-ccat-rho12-seed0");
    choice.follow(TrainingSnapshot.IDLE, running);
    selection.thresholdProperty().set(0.8);

    TrainingSnapshot probed = probed(running, RunState.RUNNING, 40, 0.99);
    choice.follow(running, probed);
    assertThat(selection.thresholdProperty().get()).isEqualTo(0.8);

    choice.choose(choice.offers().get(0));
    assertThat(selection.thresholdProperty().get()).isEqualTo(0.4);
    choice.follow(probed, probed(running, RunState.RUNNING, 80, 0.9));
    assertThat(selection.thresholdProperty().get()).as("not of the selected model").isEqualTo(0.4);

    choice.choose(choice.offers().get(1));
    assertThat(selection.thresholdProperty().get()).isCloseTo(0.55, within(1e-9));
  }

  @Test
  void theFinishedNetworkHasTheThresholdThatWasMeasuredOfIt(@TempDir Path runs) {
    Path folder = runs.resolve("20261122-083031-ccat-rho12-seed0");
    TrainingSnapshot running = running(folder);
    RunDirectory run = RunDirectory.create(folder, running.config());
    ModelDirectory.write(run.finalModel(), info("final", MNIST, 0.3).description(), Map.of());
    TrainingSnapshot probed = probed(running, RunState.RUNNING, 2390, 0.99);
    choice.follow(TrainingSnapshot.IDLE, running);
    choice.follow(running, probed);
    assertThat(selection.thresholdProperty().get()).isEqualTo(0.5);

    choice.follow(probed, probed(probed, RunState.FINISHED, 2390, 0.99));

    assertThat(selection.thresholdProperty().get()).isEqualTo(0.3);
    assertThat(selection.threshold().origin())
        .isEqualTo("stored with the model, 99 % TPR on the last 1000");
    assertThat(problems).isEmpty();
  }

  /** The probe of {@link Samples}, its held-out images being 50 of confidences 0.5, 0.51 … 0.99. */
  private static TrainingSnapshot probed(
      TrainingSnapshot of, RunState state, int step, double rate) {
    ProbeResult probe = Samples.training(state, step, 0).probe();
    return new TrainingSnapshot(
        state,
        "",
        of.folder(),
        of.config(),
        step,
        2400,
        120,
        1,
        60,
        MetricColumns.EMPTY,
        null,
        new ProbeResult(
            step,
            probe.images(),
            probe.attack(),
            probe.sample(),
            probe.sample().threshold(rate),
            probe.direction()),
        RunDetails.NONE);
  }

  private static TrainingSnapshot running(String folder) {
    return running(Path.of("runs", folder));
  }

  private static TrainingSnapshot running(Path folder) {
    RunConfig config =
        new RunConfig(
            "test",
            "train",
            "cpu",
            1,
            null,
            Presets.of("quick", TrainingMethod.CONFIDENCE_CALIBRATED));
    return new TrainingSnapshot(
        RunState.RUNNING,
        "",
        folder,
        config,
        1,
        2400,
        120,
        1,
        60,
        MetricColumns.EMPTY,
        null,
        null,
        RunDetails.NONE);
  }

  private static ModelInfo info(String id, ImageShape input, double threshold) {
    return info(id, input, null, threshold);
  }

  private static ModelInfo info(String id, ImageShape input, String dataset, double threshold) {
    ModelDescription description =
        ModelDescription.builder(id, "small", 10, input)
            .threshold(new ModelDescription.Threshold(0.99, threshold, "the last 1000"))
            .build();
    return new ModelInfo(id, id, false, 10, input, dataset, description, null, "");
  }

  private ImageSet testOf(String dataset) {
    if (dataset.equals("missing")) {
      throw new DataException("the files of missing are not here");
    }
    return images(dataset, dataset.equals("colours") ? COLOUR : MNIST);
  }

  private static ImageSet images(String dataset, ImageShape shape) {
    List<String> names = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    return ImageSet.of(
        dataset + " test",
        names,
        shape.channels(),
        shape.height(),
        shape.width(),
        new byte[shape.size()],
        new int[] {3});
  }
}
