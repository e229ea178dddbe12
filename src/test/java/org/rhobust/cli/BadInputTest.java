package org.rhobust.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {

  private static final String TINY =
      "attack --model src/test/resources/torchscript/tiny_cnn.pt --classes 5 --input 1x8x8";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                                            | subcommand
          frobnicate                                                    | frobnicate
          transition --rho 12 --epsilon 0.3 --norms 0 --frob            | --frob
          transition --rho 12 --epsilon 0.3                             | --norms
          transition --rho 12 --epsilon 0 --norms 0                     | epsilon
          transition --rho 12 --epsilon -0.1 --norms 0                  | epsilon
          transition --rho 0 --epsilon 0.3 --norms 0                    | rho
          transition --rho NaN --epsilon 0.3 --norms 0                  | rho
          transition --rho x --epsilon 0.3 --norms 0                    | --rho
          transition --rho 1 --rho 2 --epsilon 0.3 --norms 0            | --rho
          transition --rho 12 --epsilon 0.3 --norms 0,-1                | norm
          transition --rho 12 --epsilon 0.3 --norms NaN                 | norm
          transition --rho 12 --epsilon 0.3 --norms 0 --classes 1       | classes
          transition --rho 12 --epsilon 0.3 --norms 0 --family cubic    | cubic
          train                                                         | --out
          train --out OUT --preset slow                                 | slow
          train --out OUT --method magic                                | magic
          train --out OUT --dataset emnist                              | emnist
          train --out OUT --network huge                                | huge
          train --out OUT --network huge --threads 1                    | huge
          train --out OUT --epsilon 0                                   | epsilon
          train --out OUT --epsilon -1                                  | epsilon
          train --out OUT --rho 0                                       | rho
          train --out OUT --rho NaN                                     | rho
          train --out OUT --steps 0                                     | steps
          train --out OUT --step-size 0                                 | step size
          train --out OUT --batch 1                                     | batch
          train --out OUT --epochs 0                                    | epochs
          train --out OUT --examples 1                                  | examples
          train --out OUT --examples 60001 --threads 1                  | 60001
          train --out OUT --learning-rate 0                             | learning rate
          train --out OUT --fraction 1                                  | fraction
          train --out OUT --fraction NaN                                | fraction
          train --out OUT --threads 0                                   | threads
          train --out OUT --device tpu                                  | tpu
          train --resume OUT --epochs 3                                 | --epochs
          attack --model no-model --images mnist --index 0 --epsilon 1  | no-model
          attack --model no.pt --images mnist --index 0 --epsilon 1     | --classes
          TINY --images no-images --index 0 --epsilon 1                 | no-images
          TINY --images mnist --index -1 --epsilon 1                    | index
          TINY --images mnist --index 10000 --epsilon 1                 | index
          TINY --images mnist --index one --epsilon 1                   | index
          TINY --images mnist --index 0                                 | --epsilon
          TINY --images mnist --index 0 --epsilon -1                    | epsilon
          TINY --images mnist --index 0 --epsilon NaN                   | epsilon
          TINY --images mnist --index 0 --epsilon 1 --steps 0           | steps
          TINY --images mnist --index 0 --epsilon 1 --step-size 0       | step size
          TINY --images mnist --index 0 --epsilon 1 --momentum 1        | momentum
          TINY --images mnist --index 0 --epsilon 1 --backtracking 1    | backtracking
          TINY --images mnist --index 0 --epsilon 1 --backtracking on   | backtracking
          TINY --images mnist --index 0 --epsilon 1 --objective foo     | foo
          TINY --images mnist --index 0 --epsilon 1 --objective targeted | target
          TINY --images mnist --index 0 --epsilon 1 --target 3          | --target
          TINY --images mnist --index 0 --epsilon 1 --init ones         | ones
          TINY --images mnist --index 0 --epsilon 1 --norm l3           | l3
          TINY --images mnist --index 0 --epsilon 1 --restarts 0        | restarts
          TINY --images mnist --index 0 --epsilon 1 --output text       | text
          TINY --images mnist --index all --epsilon 1 --label 3         | --label
          TINY --images mnist --index all --epsilon 1 --picture p.png   | --picture
          TINY --images mnist --index 0 --epsilon 1 --threads 0         | threads
          TINY --images mnist --index 0 --epsilon 1 --output logits     | 1x28x28
          """)
  void wrong_use_is_one_line_and_leaves_nothing(String line, String word) throws IOException {
    check(line, Cli.WRONG_USE, word);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          train --resume OUT                                              | holds no run
          train --out FILE                                                | FILE
          train --out FILE/run                                            | FILE
          attack --model FILE --classes 2 --input 1x8x8 --images mnist --index 0 --epsilon 1 | FILE
          attack --model no.pt --classes 2 --input 1x8x8 --images mnist --index 0 --epsilon 1 | no.pt
          attack --model EMPTY --images mnist --index 0 --epsilon 1       | model.json
          TINY --images EMPTY --index 0 --epsilon 1                       | t10k-images-idx3-ubyte
          """)
  void what_cannot_be_read_or_written_is_one_line(String line, String word) throws IOException {
    check(line, Cli.FAILED, word);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"transition", "train", "attack", "predict", "models", "datasets", "version"})
  void every_command_has_help(String command) {
    CliRun run = CliRun.of(command, "--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Usage: rhobust " + command).contains("--json");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void lists_the_commands() {
    assertThat(CliRun.of("--help").out())
        .contains(
            "transition", "train", "attack", "predict", "score", "models", "datasets", "version");
  }

  private void check(String line, int exitCode, String word) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no model");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path out = folder.resolve("out");
    String[] arguments =
        line.replace("TINY", TINY)
            .replace("FILE", file.toString())
            .replace("EMPTY", empty.toString())
            .replace("OUT", out.toString())
            .strip()
            .split("\\s+");

    CliRun run = CliRun.of(line.isEmpty() ? new String[0] : arguments);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines())
        .singleElement()
        .asString()
        .startsWith("error: ")
        .contains(word.replace("FILE", file.toString()))
        .doesNotContain("Exception");
    try (Stream<Path> left = Files.walk(folder)) {
      assertThat(left).containsExactlyInAnyOrder(folder, file, empty);
    }
  }
}
