package org.rhobust.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rhobust.data.DataSets;

class DatasetsCommandTest {

  @Test
  void lists_what_is_known_and_what_is_here() {
    CliRun run = CliRun.of("datasets");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.outLines())
        .hasSize(6)
        .startsWith(
            "name,here,download_bytes,train_images,test_images,shape,classes,licence,source");
    assertThat(run.outLines().get(1)).startsWith("mnist,true,0,60000,10000,1x28x28,10,");
    assertThat(run.outLines().get(3))
        .startsWith("cifar10,")
        .contains(",170052171,50000,10000,3x32x32,10,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "n\n", "no\n", "later\n"})
  void shows_size_licence_and_home_and_asks(String answer) {
    assumeThat(DataSets.get("svhn").available()).isFalse();
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
    try {
      CliRun run = CliRun.of("datasets", "--download", "svhn");

      assertThat(run.exitCode()).isEqualTo(Cli.FAILED);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .contains(
              "licence: for non-commercial use only",
              "from http://ufldl.stanford.edu/housenumbers/train_32x32.mat, 182 MB",
              "246 MB to ",
              "download it? [y/N] ",
              "nothing was downloaded");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void a_download_stops_when_asked_to() {
    assumeThat(DataSets.get("svhn").available()).isFalse();
    CliRun run = CliRun.stoppedWhen(() -> true, "datasets", "--download", "svhn", "--yes");

    assertThat(run.exitCode()).isEqualTo(Cli.FAILED);
    assertThat(run.errLines()).last().asString().startsWith("stopped; the same command goes on");
  }

  @Test
  void what_is_here_is_not_downloaded() {
    CliRun run = CliRun.of("datasets", "--download", "mnist");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEqualTo("mnist is here already\n");
  }

  @Test
  void wrong_use_is_one_line() {
    CliRun unknown = CliRun.of("datasets", "--download", "imagenet");
    assertThat(unknown.exitCode()).isEqualTo(Cli.WRONG_USE);
    assertThat(unknown.errLines()).singleElement().asString().contains("imagenet", "cifar10");

    assertThat(CliRun.of("datasets", "--yes").exitCode()).isEqualTo(Cli.WRONG_USE);
  }
}
