package org.rhobust.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.run.MetricsFile;
import org.rhobust.run.QuickSettings;
import org.rhobust.run.RunConfig;
import org.rhobust.run.RunException;
import org.rhobust.training.LiveSetting;
import org.rhobust.training.SettingChange;
import org.rhobust.training.TrainingMethod;

class RunCurvesTest {

  private static final String ROW = "%d,1,0.5,0.1,12.0,2.3,2.1,0.9,0.8,0.2,0.3,0.4,0.2\n";

  @TempDir private Path run;

  @Test
  void readsWhatIsWrittenOfARunThatGrows() throws IOException {
    write(ROW.formatted(1) + ROW.formatted(2) + "3,1,0.7,0.1,12.0,2.");

    RunCurves curves = RunCurves.read(run);

    assertThat(curves.metrics().size()).isEqualTo(2);
    assertThat(curves.metrics().column("clean_loss")).startsWith(2.3, 2.3);
    assertThat(curves.stepsPerEpoch()).isEqualTo(2);
    assertThat(curves.name()).isEqualTo(run.getFileName().toString());

    Files.writeString(run.resolve("metrics.csv"), "3,,,,,,,,\n", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> RunCurves.read(run)).isInstanceOf(RunException.class);
  }

  @Test
  void aRunBeforeItsFirstStepHasNoRows() throws IOException {
    write("");

    assertThat(RunCurves.read(run).metrics().size()).isZero();
  }

  @Test
  void whatWasChangedInTheRunIsRead() throws IOException {
    write(ROW.formatted(1) + ROW.formatted(2));
    assertThat(RunCurves.read(run).changes()).isEmpty();
    Path changes = run.resolve("changes.csv");
    Files.writeString(changes, "step,setting,before,after\n2,rho,12,3\n");

    assertThat(RunCurves.read(run).changes())
        .containsExactly(new SettingChange(2, LiveSetting.RHO, 12, 3));

    Files.writeString(changes, "damaged");
    assertThat(RunCurves.read(run).changes()).isEmpty();
    assertThat(RunCurves.read(run).metrics().size()).isEqualTo(2);
  }

  @Test
  void aTableWithoutItsConfigurationTellsWhatItCan() throws IOException {
    String second = ROW.replace("%d,1,", "%d,2,");
    write(ROW.formatted(1) + ROW.formatted(2) + ROW.formatted(3) + second.formatted(4));
    Files.delete(run.resolve("config.json"));

    RunCurves curves = RunCurves.read(run);

    assertThat(curves.metrics().size()).isEqualTo(4);
    assertThat(curves.method()).isEqualTo(TrainingMethod.CONFIDENCE_CALIBRATED);
    assertThat(curves.stepsPerEpoch()).isEqualTo(3);
    assertThat(curves.epsilon()).isNaN();

    write("1,1,0.5,0.1,,2.3,2.1,0.9,0.8,0.2,0.3,1,0.2\n");
    Files.delete(run.resolve("config.json"));
    assertThat(RunCurves.read(run).method()).isEqualTo(TrainingMethod.ADVERSARIAL);
    assertThat(RunCurves.read(run).stepsPerEpoch()).isZero();

    write("1,1,0.5,0.1,,2.3,,0.9,,0.2,,,\n");
    Files.delete(run.resolve("config.json"));
    assertThat(RunCurves.read(run).method()).isEqualTo(TrainingMethod.NORMAL);
  }

  @Test
  void refusesAFolderWithoutARun() {
    assertThatThrownBy(() -> RunCurves.read(run))
        .isInstanceOf(RunException.class)
        .hasMessageContaining("holds no run");
  }

  @Test
  void refusesAConfigurationThatIsTooLarge() throws IOException {
    write("");
    String config = Files.readString(run.resolve("config.json"));
    Files.writeString(run.resolve("config.json"), config + " ".repeat(1_000_000));

    assertThatThrownBy(() -> RunCurves.read(run))
        .isInstanceOf(RunException.class)
        .hasMessageContaining("config.json is longer than");
  }

  private void write(String rows) throws IOException {
    RunConfig config =
        new RunConfig(
            "test",
            "train",
            "cpu",
            1,
            null,
            QuickSettings.of(TrainingMethod.CONFIDENCE_CALIBRATED));
    Files.writeString(run.resolve("config.json"), config.toJson());
    Files.writeString(
        run.resolve("metrics.csv"), String.join(",", MetricsFile.COLUMNS) + "\n" + rows);
  }
}
