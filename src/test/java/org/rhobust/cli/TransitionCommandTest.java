package org.rhobust.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

class TransitionCommandTest {

  private static final String[] OF_THE_ARTICLE = {
    "transition", "--rho", "12", "--epsilon", "0.3", "--classes", "10", "--norms", "0,0.03,0.3"
  };

  @Test
  void prints_the_table_and_nothing_else() {
    CliRun run = CliRun.of(OF_THE_ARTICLE);

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.outLines())
        .hasSize(4)
        .startsWith("norm,lambda,true_class,other_class", "0.0,1.0,1.0,0.0")
        .endsWith("0.3,0.0,0.1,0.1");
  }

  @Test
  void keeps_full_precision() {
    String[] row = CliRun.of(OF_THE_ARTICLE).outLines().get(2).split(",");

    double lambda = Double.parseDouble(row[1]);
    assertThat(lambda).isCloseTo(Math.pow(0.9, 12), within(1e-15));
    assertThat(Double.parseDouble(row[2])).isCloseTo(lambda + (1 - lambda) / 10, within(1e-15));
    assertThat(Double.parseDouble(row[3])).isCloseTo((1 - lambda) / 10, within(1e-15));
  }

  @Test
  void knows_the_other_families() {
    String exponential =
        CliRun.ofLine("transition --rho 7 --epsilon 0.3 --family exponential --norms 0.3").out();
    String linear =
        CliRun.ofLine("transition --rho 2 --epsilon 0.3 --family linear --norms 0.075").out();

    assertThat(exponential).contains("0.3," + Math.exp(-7 * 0.3) + ",");
    assertThat(linear).contains("0.075,0.5,0.55,0.05");
  }

  @Test
  void prints_json_for_programs() {
    String[] arguments = java.util.Arrays.copyOf(OF_THE_ARTICLE, OF_THE_ARTICLE.length + 1);
    arguments[OF_THE_ARTICLE.length] = "--json";

    JsonArray rows = JsonParser.parseString(CliRun.of(arguments).out()).getAsJsonArray();

    assertThat(rows).hasSize(3);
    assertThat(rows.get(2).getAsJsonObject().get("true_class").getAsDouble()).isEqualTo(0.1);
  }
}
