package org.rhobust.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rhobust.workbench.Command;

class PaletteModelTest {

  private static final List<String> TITLES =
      List.of("Show PGD steps", "Stop the training", "Start a training", "Theme: Dark");

  private final PaletteModel palette = new PaletteModel();

  @Test
  void nothingTypedFindsAllInTheirOrder() {
    assertThat(found("")).isEqualTo(TITLES);
    assertThat(found("   ")).isEqualTo(TITLES);
  }

  @Test
  void aFewLettersAreEnough() {
    assertThat(found("dark")).containsExactly("Theme: Dark");
    assertThat(found("pgd")).containsExactly("Show PGD steps");
    assertThat(found("stt").get(0)).isIn("Stop the training", "Start a training");
    assertThat(found("sps")).first().isEqualTo("Show PGD steps");
  }

  @Test
  void wordsComeInAnyOrderAndCase() {
    assertThat(found("TRAINING stop")).first().isEqualTo("Stop the training");
  }

  @Test
  void aWholeWordIsBetterThanScatteredLetters() {
    assertThat(found("start")).first().isEqualTo("Start a training");
  }

  @Test
  void lettersThatAreNotThereFindNothing() {
    assertThat(found("xyz")).isEmpty();
    assertThat(found("gnp")).isEmpty();
  }

  @Test
  void openingAgainForgetsWhatWasTyped() {
    found("dark");
    palette.open(commands());

    assertThat(palette.typedProperty().get()).isEmpty();
    assertThat(palette.foundProperty().get()).hasSize(TITLES.size());
  }

  private List<String> found(String typed) {
    palette.open(commands());
    palette.typedProperty().set(typed);
    return palette.foundProperty().get().stream().map(Command::title).toList();
  }

  private static List<Command> commands() {
    List<Command> commands = new ArrayList<>();
    TITLES.forEach(title -> commands.add(new Command(title, "", () -> {})));
    return commands;
  }
}
