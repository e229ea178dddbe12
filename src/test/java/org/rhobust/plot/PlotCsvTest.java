package org.rhobust.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlotCsvTest {

  @Test
  void everyNumberOfACurveComesBack() {
    List<String[]> rows = rows(PlotCsv.of(SamplePlots.line()), "line,\"a,b \"\"c\"\"\",");

    assertThat(rows).hasSize(SamplePlots.XS.length);
    for (int i = 0; i < rows.size(); i++) {
      assertThat(Double.valueOf(rows.get(i)[0])).isEqualTo(Double.valueOf(SamplePlots.XS[i]));
      assertThat(Double.valueOf(rows.get(i)[1])).isEqualTo(Double.valueOf(SamplePlots.YS[i]));
    }
  }

  @Test
  void aSmoothedCurveBringsItsRawValues() {
    List<String[]> raw = rows(PlotCsv.of(SamplePlots.line()), "raw,smooth,");

    assertThat(raw).extracting(row -> Double.valueOf(row[1])).contains(Math.PI, -0.1 - 0.2);
  }

  @Test
  void histogramsAndPicturesAreWhole() {
    assertThat(PlotCsv.of(SamplePlots.histogram(true)).lines())
        .hasSize(1 + 10 + 10 + 1)
        .contains("clean,0.9,1.0,3,0.75", "attacked,NaN,NaN,1,");
    assertThat(PlotCsv.of(SamplePlots.perturbation()).lines())
        .containsExactly(
            "channel,row,column,value", "0,0,0,-0.3", "0,0,1,0.0", "0,1,0,0.1", "0,1,1,0.3");
  }

  private static List<String[]> rows(String csv, String start) {
    return csv.lines()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()).split(","))
        .toList();
  }
}
