package org.rhobust.workbench.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.rhobust.evaluation.warning.Verdict;
import org.rhobust.evaluation.warning.Warning;

/** What may flatter the figures: what was found, what was not measured, and what is clear. */
final class WarningList {

  private final VBox box;
  private final Supplier<Node> icon;

  WarningList(VBox box, Supplier<Node> icon) {
    this.box = box;
    this.icon = icon;
  }

  void show(Verdict verdict) {
    box.getChildren().clear();
    Label title = line("What may flatter these figures", "text-bold");
    box.getChildren().add(title);
    of(verdict, Warning.State.RAISED).forEach(warning -> box.getChildren().add(raised(warning)));
    addPane("Not measured", of(verdict, Warning.State.NOT_MEASURED), true);
    addPane("Clear", of(verdict, Warning.State.CLEAR), false);
  }

  private void addPane(String title, List<Warning> warnings, boolean expanded) {
    if (warnings.isEmpty()) {
      return;
    }
    VBox rows = new VBox(8);
    warnings.forEach(warning -> rows.getChildren().add(quiet(warning)));
    TitledPane pane = new TitledPane("%s: %d".formatted(title, warnings.size()), rows);
    pane.setAnimated(false);
    pane.setExpanded(expanded);
    pane.getStyleClass().add("dense");
    box.getChildren().add(pane);
  }

  private Node raised(Warning warning) {
    Label name = line("Warning: " + warning.name(), "name");
    name.setGraphic(icon.get());
    VBox card = new VBox(4, name, line(warning.measured(), ""), line(warning.advice(), "advice"));
    card.getStyleClass().add("raised-warning");
    return card;
  }

  private static Node quiet(Warning warning) {
    String advice = warning.advice().isEmpty() ? "" : " " + warning.advice();
    return new VBox(
        line(sentence(warning.name()), "strong"), line(warning.measured() + advice, "muted"));
  }

  private static String sentence(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static List<Warning> of(Verdict verdict, Warning.State state) {
    return verdict.warnings().stream().filter(warning -> warning.state() == state).toList();
  }

  private static Label line(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }
}
