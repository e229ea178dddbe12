package org.rhobust.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class GlossaryTest {

  private static final Pattern LABEL =
      Pattern.compile("<(?:Label|CheckBox)[^>]* text=\"([^\"]+)\"");

  @Test
  void everyTermIsOneSentenceAndNamedOnce() {
    assertThat(Glossary.TERMS).extracting(Glossary.Term::name).doesNotHaveDuplicates();
    assertThat(Glossary.TERMS.stream().flatMap(term -> term.labels().stream()))
        .doesNotHaveDuplicates();
    for (Glossary.Term term : Glossary.TERMS) {
      assertThat(term.sentence()).as(term.name()).matches("[A-Z].{20,}\\.");
      assertThat(Glossary.of(term.name())).contains(term);
    }
    assertThat(Glossary.TERMS)
        .filteredOn(term -> List.of("ρ", "ε", "τ", "λ", "‖δ‖", "RErr(τ)").contains(term.name()))
        .hasSize(6)
        .noneMatch(term -> term.formula().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ρ, how fast it fades; ρ",
        "ε in L∞; ε",
        "Step size:; Step size",
        "Held out for τ; Held out",
        "K, classes; K",
        "Set to 99 % TPR; Held out",
        "Attacked φ; Attacked φ",
        "Weight decay; Weight decay",
        "Schedule; Schedule",
        "Preset; Preset",
        "Network; Network",
        "Augmentation; Augmentation",
        "Battery; Battery"
      })
  void labelsAreFoundByTheirTerm(String label, String term) {
    assertThat(Glossary.of(label)).map(Glossary.Term::name).contains(term);
  }

  @Test
  void otherLabelsAreNotExplained() {
    assertThat(Glossary.of("Cancel")).isEmpty();
    assertThat(Glossary.of("Attacked, still confident")).isEmpty();
    assertThat(Glossary.of("")).isEmpty();
  }

  @Test
  void labelsAreExplainedWhenThePointerComesToThem() throws Exception {
    FxToolkit.registerPrimaryStage();
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          Label rho = new Label("ρ");
          Label own = new Label("ε");
          own.setTooltip(new Tooltip("mine"));
          Label other = new Label("Cancel");
          VBox root = new VBox(new HBox(rho, own), other);
          GlossaryTips.install(new Scene(root));
          Label later = new Label("Network");
          root.getChildren().add(later);
          for (Label label : List.of(rho, own, other, later)) {
            enter(label);
          }

          assertThat(rho.getTooltip().getText()).contains("λ(δ) = ");
          assertThat(own.getTooltip().getText()).isEqualTo("mine");
          assertThat(other.getTooltip()).isNull();
          assertThat(later.getTooltip().getText()).contains("softmax");

          Tooltip before = rho.getTooltip();
          enter(rho);
          assertThat(rho.getTooltip()).isSameAs(before);
          later.setText("Nothing");
          enter(later);
          assertThat(later.getTooltip()).isNull();
          return null;
        });
  }

  private static void enter(Label label) {
    Event.fireEvent(
        label,
        new MouseEvent(
            MouseEvent.MOUSE_ENTERED_TARGET,
            0,
            0,
            0,
            0,
            MouseButton.NONE,
            0,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            null));
  }

  @Test
  void theViewsNameTermsThatAreThere() throws IOException {
    TreeSet<String> explained = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("fxml"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".fxml")).toList()) {
        Matcher label = LABEL.matcher(Files.readString(file));
        while (label.find()) {
          Glossary.of(label.group(1)).map(Glossary.Term::name).ifPresent(explained::add);
        }
      }
    }

    assertThat(explained).contains("ρ", "ε", "τ", "‖δ‖", "K", "Norm", "Smoothing");
  }
}
