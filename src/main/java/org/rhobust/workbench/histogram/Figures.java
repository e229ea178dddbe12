package org.rhobust.workbench.histogram;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.rhobust.evaluation.RejectionMetrics;
import org.rhobust.workbench.controls.Format;

/** The figures at a threshold, each under its name. */
final class Figures {

  private final Map<String, Label> values = new LinkedHashMap<>();

  Figures(HBox row) {
    add(row, "τ", "Threshold: an image of lower confidence is rejected");
    add(row, "TPR", "Accepted among the correctly classified clean images");
    add(row, "Err(τ)", "Clean test error among the accepted images");
    add(row, "RErr(τ)", "Robust test error: errors among the accepted, clean or attacked");
    add(row, "FPR", "Attacked images that are misclassified and accepted, of all");
  }

  /** Shows the figures at τ. */
  void show(RejectionMetrics figures) {
    values
        .get("τ")
        .setText(
            figures.threshold().isPresent()
                ? Format.confidence(figures.threshold().getAsDouble())
                : "–");
    values.get("TPR").setText(Format.percent(figures.truePositiveRate()));
    values.get("Err(τ)").setText(Format.percent(figures.testError()));
    values.get("RErr(τ)").setText(Format.percent(figures.robustTestError()));
    values.get("FPR").setText(Format.percent(figures.falsePositiveRate()));
  }

  private void add(HBox row, String name, String meaning) {
    Label title = new Label(name);
    title.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    Label value = new Label("–");
    value.setId("figure-" + values.size());
    value.getStyleClass().add(Styles.TITLE_4);
    VBox box = new VBox(title, value);
    HBox.setHgrow(box, Priority.ALWAYS);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setPrefWidth(80);
    Tooltip.install(box, new Tooltip(meaning));
    values.put(name, value);
    row.getChildren().add(box);
  }
}
