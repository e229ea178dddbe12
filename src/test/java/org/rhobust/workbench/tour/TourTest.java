package org.rhobust.workbench.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tour is the system test: the real window trains, attacks and shows every view. */
class TourTest {

  private static final List<String> VIEWS =
      List.of(
          "transition",
          "training",
          "direction",
          "histogram",
          "steps",
          "evaluation",
          "compare",
          "prediction",
          "notice",
          "data",
          "data-augmentation",
          "palette",
          "keys",
          "transition-small",
          "steps-small",
          "data-small");

  /** What is there with plots has tables, too. */
  private static final List<String> WITH_TABLES =
      List.of("transition", "training", "direction", "histogram", "steps", "evaluation", "compare");

  /** A window without its contents has a handful. */
  private static final int FEWEST_COLOURS = 60;

  @Test
  void leavesAPictureOfEveryViewAndTheTables(@TempDir Path out) throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();

    new Tour(out, Duration.ofSeconds(12), new PrintStream(log, true, StandardCharsets.UTF_8)).run();

    for (String view : VIEWS) {
      BufferedImage light = picture(out, view + "-light.png");
      BufferedImage dark = picture(out, view + "-dark.png");
      assertThat(colours(light)).as("%s, light", view).isGreaterThan(FEWEST_COLOURS);
      assertThat(colours(dark)).as("%s, dark", view).isGreaterThan(FEWEST_COLOURS);
      assertThat(brightness(light)).as(view).isGreaterThan(brightness(dark) + 0.3);
    }
    assertThat(WITH_TABLES).allMatch(view -> !tables(out, view).isEmpty());
    assertThat(Files.readAllLines(out.resolve("metrics.csv"))).hasSizeGreaterThan(10);
    assertThat(log.toString(StandardCharsets.UTF_8)).contains("done");
  }

  private static BufferedImage picture(Path out, String name) throws IOException {
    return ImageIO.read(out.resolve(name).toFile());
  }

  private static long colours(BufferedImage picture) {
    return pixels(picture).distinct().count();
  }

  private static double brightness(BufferedImage picture) {
    return pixels(picture).map(argb -> argb >> 8 & 0xff).average().orElseThrow() / 255;
  }

  private static IntStream pixels(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    return IntStream.of(picture.getRGB(0, 0, width, height, null, 0, width));
  }

  private static List<String> tables(Path out, String view) {
    try (Stream<Path> files = Files.list(out)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(view + "-") && name.endsWith(".csv"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
