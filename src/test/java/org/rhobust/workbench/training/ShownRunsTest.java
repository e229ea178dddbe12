package org.rhobust.workbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.plot.ColorRole;
import org.rhobust.plot.LinePlot;
import org.rhobust.plot.Marker;
import org.rhobust.plot.Plot;
import org.rhobust.plot.Series;
import org.rhobust.service.RunCurves;
import org.rhobust.service.RunSamples;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.training.LiveSetting;
import org.rhobust.training.SettingChange;
import org.rhobust.training.TrainingMethod;

class ShownRunsTest {

  @TempDir private Path folder;

  private final ObservableList<Path> wanted = FXCollections.observableArrayList();
  private final List<Path> reads = new ArrayList<>();
  private final ShownRuns shown = new ShownRuns(wanted, this::read, Runnable::run, Runnable::run);

  @Test
  void aRunIsReadAgainOnlyWhenItHasGrown() throws IOException {
    Path run = run("one", 10);
    wanted.add(run);
    shown.refresh();
    assertThat(reads).containsExactly(run);

    Files.writeString(run.resolve("metrics.csv"), "longer");
    shown.refresh();

    assertThat(reads).containsExactly(run, run);
    wanted.clear();
    assertThat(shown.curvesProperty().get()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsToldAndTheRestIsShown() throws IOException {
    wanted.setAll(folder.resolve("damaged"), run("one", 10));

    assertThat(shown.curvesProperty().get()).extracting(RunCurves::name).containsExactly("one");
    assertThat(shown.problemProperty().get()).isEqualTo("damaged is damaged");
  }

  @Test
  void otherRunsLieUnderTheTrainingInColoursOfTheirOwn() throws IOException {
    TrainingPlots plots =
        new TrainingPlots(
            new SimpleObjectProperty<>(TrainingSnapshot.IDLE), shown.curvesProperty());

    wanted.setAll(run("one", 10), run("two", 20));

    LinePlot loss = (LinePlot) plots.lossProperty().get();
    assertThat(loss.series())
        .extracting(Series::name)
        .containsExactly("clean, one", "attacked, one", "clean, two", "attacked, two");
    assertThat(loss.series()).extracting(Series::dashed).containsExactly(true, false, true, false);
    assertThat(loss.series().get(0).role()).isEqualTo(loss.series().get(1).role());
    assertThat(loss.series().get(2).role()).isNotEqualTo(loss.series().get(0).role());
    plots.options().logarithmicProperty().set(true);
    plots.options().acrossProperty().set(Across.TIME);
    LinePlot logarithmic = (LinePlot) plots.lossProperty().get();
    assertThat(logarithmic.y().log()).isTrue();
    assertThat(logarithmic.x().label()).isEqualTo("time (s)");
  }

  @Test
  void whatWasChangedInAnotherRunIsMarkedInItsColour() throws IOException {
    TrainingPlots plots =
        new TrainingPlots(
            new SimpleObjectProperty<>(TrainingSnapshot.IDLE), shown.curvesProperty());

    wanted.setAll(run("one", 10), run("changed", 20));

    LinePlot loss = (LinePlot) plots.lossProperty().get();
    ColorRole colour = loss.series().get(2).role();
    assertThat(loss.markers())
        .containsExactly(
            Marker.vertical(3, "ρ 12 → 6, learning rate 0.1 → 0.05", colour),
            Marker.vertical(5, "ρ 6 → 3", colour));
    plots.options().acrossProperty().set(Across.EPOCH);
    LinePlot epochs = (LinePlot) plots.lossProperty().get();
    assertThat(epochs.markers()).extracting(Marker::value).containsExactly(0.3, 0.5);
  }

  @Test
  void whatIsKnownOfARunWithoutItsConfigurationIsDrawn() throws IOException {
    TrainingPlots plots =
        new TrainingPlots(
            new SimpleObjectProperty<>(TrainingSnapshot.IDLE), shown.curvesProperty());

    wanted.setAll(run("one", 10), run("bare", 20));

    assertThat(names(plots.lossProperty().get())).contains("clean, bare", "attacked, bare");
    assertThat(names(plots.lambdaProperty().get()))
        .containsExactly("λ, one", "‖δ‖/ε, one", "λ, bare");
    plots.options().acrossProperty().set(Across.EPOCH);
    assertThat(names(plots.lossProperty().get())).containsExactly("clean, one", "attacked, one");
  }

  private static List<String> names(Plot plot) {
    return ((LinePlot) plot).series().stream().map(Series::name).toList();
  }

  private Path run(String name, int rows) throws IOException {
    Path run = Files.createDirectory(folder.resolve(name));
    Files.writeString(run.resolve("metrics.csv"), "x".repeat(rows));
    return run;
  }

  private RunCurves read(Path run) {
    reads.add(run);
    if (run.endsWith("damaged")) {
      throw new IllegalStateException("damaged is damaged");
    }
    List<SettingChange> changes =
        List.of(
            new SettingChange(3, LiveSetting.RHO, 12, 6),
            new SettingChange(3, LiveSetting.LEARNING_RATE, 0.1, 0.05),
            new SettingChange(5, LiveSetting.RHO, 6, 3));
    boolean bare = run.endsWith("bare");
    return new RunCurves(
        run,
        TrainingMethod.CONFIDENCE_CALIBRATED,
        bare ? Double.NaN : 0.3,
        bare ? 0 : 10,
        RunSamples.metrics(5),
        run.endsWith("changed") ? changes : List.of());
  }
}
