package org.rhobust.workbench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.data.DataException;
import org.rhobust.data.ImageSet;
import org.rhobust.run.RobustTest;
import org.rhobust.service.DirectionRequest;
import org.rhobust.service.MetricColumns;
import org.rhobust.service.QueueTrainer;
import org.rhobust.service.RunDetails;
import org.rhobust.service.RunQueue;
import org.rhobust.service.RunState;
import org.rhobust.service.TrainingRequest;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.service.TrainingSpeeds;
import org.rhobust.threat.ThreatModel;
import org.rhobust.training.TrainingMethod;
import org.rhobust.workbench.Samples;
import org.rhobust.workbench.Selection;
import org.rhobust.workbench.controls.ModelTests.Measured;
import org.rhobust.workbench.controls.ModelTests.Subject;

class CompareModelTest {

  @TempDir private Path folder;

  private final Selection selection = new Selection();
  private final List<TrainingRequest> begun = new ArrayList<>();
  private final List<String> opened = new ArrayList<>();
  private final List<CompletableFuture<Measured>> attacks = new ArrayList<>();
  private final List<DirectionRequest> directions = new ArrayList<>();
  private final List<String> stops = new ArrayList<>();
  private CompletableFuture<TrainingSnapshot> rest;
  private TrainingSnapshot now = TrainingSnapshot.IDLE;
  private boolean opens = true;
  private String failing = "";
  private RunQueue queue;
  private CompareModel model;

  private final class Trainer implements QueueTrainer {

    @Override
    public CompletableFuture<TrainingSnapshot> start(TrainingRequest request) {
      begun.add(request);
      now = at(RunState.RUNNING, request.folder());
      rest = new CompletableFuture<>();
      return rest;
    }

    @Override
    public CompletableFuture<TrainingSnapshot> resume(Path run) {
      throw new AssertionError("nothing was begun before");
    }

    @Override
    public void stop() {
      stops.add("stop");
    }

    @Override
    public TrainingSnapshot snapshot() {
      return now;
    }
  }

  @BeforeEach
  void open() {
    queue =
        new RunQueue(
            new Trainer(),
            folder.resolve("queue.json"),
            new TrainingSpeeds(),
            Runnable::run,
            Runnable::run);
    model = compare(queue);
  }

  private CompareModel compare(RunQueue with) {
    CompareModel made =
        new CompareModel(
            with,
            new CompareServices(
                this::open,
                this::attack,
                request -> {
                  directions.add(request);
                  if (request.model().equals(failing)) {
                    return CompletableFuture.failedFuture(new DataException("no direction"));
                  }
                  return CompletableFuture.completedFuture(Samples.curve(request.index(), 0.8));
                }),
            selection,
            new SimpleObjectProperty<>(folder.resolve("runs")),
            new SimpleStringProperty("cpu"),
            Runnable::run);
    made.lookedProperty().set(true);
    return made;
  }

  private CompletableFuture<Subject> open(String name, ThreatModel threat) {
    opened.add(name);
    if (!opens) {
      return CompletableFuture.failedFuture(new DataException(name + " is not there"));
    }
    return CompletableFuture.completedFuture(
        new Subject(Samples.model(name, false), new RobustTest(Samples.images(9), threat, 200)));
  }

  private CompletableFuture<Measured> attack(Subject subject, DoubleConsumer progress) {
    CompletableFuture<Measured> attack = new CompletableFuture<>();
    attacks.add(attack);
    return attack;
  }

  @Test
  void theThreeMethodsAreTrainedWithOneSeedAndShownAsTheyFinish() {
    model.seed().setValue(5);
    model.reproduce();

    assertThat(begun).extracting(r -> r.settings().method()).containsExactly(TrainingMethod.NORMAL);
    assertThat(column(1).status()).startsWith("Waits for its training");
    assertThat(model.busyProperty().get()).isTrue();

    finish();
    assertThat(begun).extracting(r -> r.settings().seed()).containsExactly(5L, 5L);
    assertThat(opened).containsExactly(begun.get(0).folder().resolve("final").toString());
    assertThat(column(0).curve()).isNotNull();
    assertThat(attacks).hasSize(1);

    attacks.get(0).complete(new Measured(column(0).subject(), Samples.battery()));
    assertThat(column(0).measured()).isNotNull();
    assertThat(column(0).status()).isEmpty();

    finish();
    finish();
    attacks.get(1).complete(new Measured(column(1).subject(), Samples.battery()));
    attacks.get(2).complete(new Measured(column(2).subject(), Samples.battery()));
    assertThat(begun.get(2).settings().method()).isEqualTo(TrainingMethod.CONFIDENCE_CALIBRATED);
    assertThat(model.busyProperty().get()).isFalse();
    assertThat(directions).extracting(r -> r.settings().attack().epsilon()).containsOnly(0.3);
  }

  @Test
  void theShippedModelsAreAttackedOneAfterTheOther() {
    model.showShipped();
    assertThat(opened).containsExactly("mnist-normal", "mnist-adversarial", "mnist-ccat");
    assertThat(attacks).hasSize(1);

    attacks.get(0).completeExceptionally(new DataException("the weights are gone"));
    assertThat(column(0).failed()).isTrue();
    assertThat(column(0).status()).isEqualTo("the weights are gone");
    assertThat(attacks).hasSize(2);
  }

  @Test
  void nothingIsAskedWhileNobodyLooks() {
    model.lookedProperty().set(false);
    model.showShipped();
    assertThat(attacks).isEmpty();
    assertThat(directions).isEmpty();

    model.lookedProperty().set(true);
    assertThat(attacks).hasSize(1);
    assertThat(directions).hasSize(3);
  }

  @Test
  void anotherImageIsFollowedInAllColumns() {
    model.showShipped();
    selection.imageProperty().set(4);
    assertThat(directions).extracting(DirectionRequest::index).containsExactly(0, 0, 0, 4, 4, 4);
    assertThat(column(2).curve().index()).isEqualTo(4);
    selection.imageProperty().set(4_000);
    assertThat(column(2).curve().index()).isEqualTo(8);
  }

  @Test
  void cancellingEmptiesTheQueueAndStopsTheTraining() {
    model.reproduce();
    model.cancel();

    assertThat(stops).containsExactly("stop");
    assertThat(queue.snapshot().runs()).isEmpty();
    assertThat(model.columnsProperty().get()).allMatch(Column::failed);
    assertThat(model.busyProperty().get()).isFalse();
  }

  @Test
  void anotherComparisonBeginsAsSoonAsTheOneInTrainingIsStopped() {
    model.reproduce();
    model.seed().setValue(7);
    model.reproduce();
    assertThat(stops).containsExactly("stop");
    assertThat(begun).extracting(r -> r.settings().seed()).containsExactly(0L);
    assertThat(column(0).status()).startsWith("Waits for");

    end(RunState.STOPPED);

    assertThat(model.queueIsPaused()).isFalse();
    assertThat(begun).extracting(r -> r.settings().seed()).containsExactly(0L, 7L);
    assertThat(column(0).status()).startsWith("Trains");
  }

  @Test
  void theComparisonIsThereAgainWithWhatStillTrains() {
    model.reproduce();
    finish();
    String kept = new ComparisonText().toString(model.comparisonProperty().get());
    model.close();
    opened.clear();

    model = compare(queue);
    model.comparisonProperty().set(new ComparisonText().fromString(kept));
    assertThat(opened).containsExactly(begun.get(0).folder().resolve("final").toString());
    assertThat(column(0).subject().test().threat()).isEqualTo(new ThreatModel("linf", 0.3));
    assertThat(column(1).status()).startsWith("Trains");
    assertThat(column(2).status()).startsWith("Waits for its training");

    finish();
    assertThat(column(1).subject()).isNotNull();
    assertThat(opened).hasSize(2);
  }

  @Test
  void theComparisonOfTheLastSessionFollowsItsQueueThatIsReadLater() {
    model.reproduce();
    Comparison kept = model.comparisonProperty().get();
    model.close();
    now = TrainingSnapshot.IDLE;
    opens = false;

    RunQueue later =
        new RunQueue(
            new Trainer(),
            folder.resolve("queue.json"),
            new TrainingSpeeds(),
            Runnable::run,
            Runnable::run);
    model = compare(later);
    model.comparisonProperty().set(kept);
    assertThat(column(2).failed()).isTrue();
    assertThat(column(2).status()).endsWith("is not there");

    later.load();
    assertThat(model.queueIsPaused()).isTrue();
    assertThat(column(2).failed()).isFalse();
    assertThat(column(2).status()).isEqualTo("Waits: the queue is paused");
  }

  @Test
  void theShippedModelsAreKeptByTheirName() {
    model.showShipped();
    ComparisonText text = new ComparisonText();
    assertThat(text.toString(model.comparisonProperty().get())).isEqualTo("shipped");
    assertThat(text.fromString("shipped")).isEqualTo(Comparison.SHIPPED);
    assertThatThrownBy(() -> text.fromString("linf\n0.3\n/a")).isInstanceOf(RuntimeException.class);
  }

  @Test
  void aCurveThatFailsDoesNotHoldUpTheOthers() {
    failing = "mnist-normal";
    model.showShipped();

    assertThat(directions).hasSize(3);
    assertThat(column(0).curve()).isNull();
    assertThat(column(1).curve()).isNotNull();
    assertThat(column(2).curve()).isNotNull();
    assertThat(model.problemProperty().get()).isEqualTo("Figure 1: no direction");

    failing = "";
    selection.imageProperty().set(3);
    assertThat(column(0).curve()).isNotNull();
    assertThat(model.problemProperty().get()).isEmpty();
  }

  @Test
  void aDroppedPictureIsFollowedWhereItFits() {
    model.showShipped();
    ImageSet picture = Samples.images(1);
    selection.pictureProperty().set(picture);
    assertThat(column(1).images()).isSameAs(picture);
    assertThat(directions).hasSize(6);

    selection.pictureProperty().set(null);
    assertThat(column(1).images().size()).isEqualTo(9);

    ImageSet colour = ImageSet.of("c", List.of("a", "b"), 3, 2, 2, new byte[12], new int[] {1});
    selection.pictureProperty().set(colour);
    assertThat(column(1).images().size()).isEqualTo(9);
  }

  @Test
  void aFailedTrainingIsToldAndTheOthersGoOn() {
    model.reproduce();
    end(RunState.FAILED);

    assertThat(column(0).status()).startsWith("Failed");
    assertThat(begun).hasSize(2);
  }

  @Test
  void histogramsAndCurvesShareTheirAxes() {
    model.showShipped();
    attacks.get(0).complete(new Measured(column(0).subject(), Samples.battery()));
    List<Column> all = model.columnsProperty().get();

    assertThat(ComparePlots.confidences(all.get(0), all).isEmpty()).isFalse();
    assertThat(ComparePlots.confidences(all.get(1), all).isEmpty()).isTrue();
    assertThat(ComparePlots.confidences(all.get(0), all).accessibleText()).contains("τ = 0.50");
    assertThat(ComparePlots.direction(all.get(1), all).isEmpty()).isFalse();
  }

  private void finish() {
    end(RunState.FINISHED);
  }

  private void end(RunState state) {
    now = at(state, now.folder());
    rest.complete(now);
  }

  private static TrainingSnapshot at(RunState state, Path run) {
    return new TrainingSnapshot(
        state, "", run, null, 1, 4, 2, 1, 1, MetricColumns.EMPTY, null, null, RunDetails.NONE);
  }

  private Column column(int index) {
    return model.columnsProperty().get().get(index);
  }
}
