package org.rhobust.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.training.StepMetrics;

class MetricsTableTest {

  @TempDir private Path folder;

  @Test
  void readsBackWhatWasWrittenToTheLastBit() {
    Path file = folder.resolve("metrics.csv");
    StepMetrics normal =
        new StepMetrics(
            1,
            1,
            0.1,
            Double.NaN,
            1 / 3.0,
            Double.NaN,
            0.5,
            Double.NaN,
            1e-17,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            new float[0],
            new double[0]);
    try (MetricsFile metrics = MetricsFile.continueAfter(file, 0)) {
      metrics.append(normal, 0.125);
    }

    double[][] rows = MetricsTable.rows(MetricsTable.read(file));

    assertThat(rows).hasDimensions(1, MetricsFile.COLUMNS.size());
    assertThat(rows[0]).containsExactly(MetricsFile.values(normal, 0.125));
  }

  @Test
  void refusesAnotherTable() throws IOException {
    Path file = Files.writeString(folder.resolve("metrics.csv"), "a,b\n1,2\n");

    assertThatThrownBy(() -> MetricsTable.read(file))
        .isInstanceOf(RunException.class)
        .hasMessageContaining("metrics.csv");
  }

  @Test
  void refusesAMissingFile() {
    assertThatThrownBy(() -> MetricsTable.read(folder.resolve("metrics.csv")))
        .isInstanceOf(RunException.class)
        .hasMessageContaining("metrics.csv");
  }
}
