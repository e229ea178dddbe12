package org.rhobust.report;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.rhobust.evaluation.battery.BatteryEntry;
import org.rhobust.model.ModelDescription;
import org.rhobust.run.Evaluation;
import org.rhobust.run.Version;

/** Every setting needed to repeat an evaluation. */
final class ReportSettings {

  private final Html html;
  private final Evaluation evaluation;

  ReportSettings(Html html, Evaluation evaluation) {
    this.html = html;
    this.evaluation = evaluation;
  }

  /**
   * @param command that makes it again; null where it was not the command line
   */
  void write(String command) {
    if (command != null) {
      html.begin("pre").element("code", "rhobust " + command).end();
    }
    html.begin("details").element("summary", "All settings");
    begin();
    row("program", "Rhobust " + Version.text());
    row("model", evaluation.model().name());
    row(
        "weights, SHA-256",
        Objects.requireNonNullElse(
            evaluation.model().weightsSha256(), "none: the network was in training"));
    training(evaluation.model().description());
    images();
    row("battery", evaluation.result().battery().name());
    row("seed", String.valueOf(evaluation.seed()));
    row("device", evaluation.device());
    row("threads", String.valueOf(evaluation.threads()));
    row("computed in", "%.0f s, parts found from an earlier run not counted".formatted(seconds()));
    finish();
    entries("Attacks", evaluation.result().battery().attacks());
    entries("Security curve", evaluation.result().battery().securityCurve());
    entries("Steps curve", evaluation.result().battery().stepsCurve());
    html.end();
  }

  private double seconds() {
    return evaluation.seconds();
  }

  private void training(ModelDescription description) {
    if (description == null) {
      return;
    }
    row("network", description.network() + ", " + description.input());
    if (description.method() != null) {
      row("trained by", description.method());
    }
    if (description.command() != null) {
      row("trained with", description.command());
    }
    if (description.notes() != null) {
      row("notes", description.notes());
    }
  }

  private void images() {
    row(
        "images",
        "%s: the first %d attacked, the first %d for clean figures, the last %d held out for the threshold"
            .formatted(
                evaluation.split().images().name(),
                evaluation.split().attacked(),
                evaluation.split().clean(),
                evaluation.split().heldOut()));
  }

  private void entries(String title, List<BatteryEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    html.element("h3", title);
    begin();
    entries.forEach(entry -> row(entry.name(), settings(entry)));
    finish();
  }

  private static String settings(BatteryEntry entry) {
    return entry.settings().entrySet().stream()
        .filter(setting -> !setting.getKey().equals("name"))
        .map(setting -> setting.getKey() + " = " + setting.getValue())
        .collect(Collectors.joining(", "));
  }

  private void begin() {
    html.begin("div", "class", "scroll", "tabindex", "0")
        .begin("table", "class", "settings")
        .begin("tbody");
  }

  private void row(String name, String value) {
    html.begin("tr").element("th", name, "scope", "row").element("td", value).end();
  }

  private void finish() {
    html.end().end().end();
  }
}
