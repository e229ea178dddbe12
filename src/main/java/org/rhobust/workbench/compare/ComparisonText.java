package org.rhobust.workbench.compare;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import javafx.util.StringConverter;
import org.rhobust.threat.ThreatModel;
import org.rhobust.training.TrainingMethod;

/** A comparison as it is kept: norm, ε and the folders of the methods' runs, a line each. */
final class ComparisonText extends StringConverter<Comparison> {

  private static final String SHIPPED = "shipped";

  @Override
  public String toString(Comparison comparison) {
    if (comparison.runs().isEmpty()) {
      return SHIPPED;
    }
    StringBuilder text = new StringBuilder();
    text.append(comparison.threat().norm()).append('\n').append(comparison.threat().epsilon());
    for (TrainingMethod method : TrainingMethod.values()) {
      text.append('\n').append(comparison.runs().get(method));
    }
    return text.toString();
  }

  @Override
  public Comparison fromString(String text) {
    if (text.equals(SHIPPED)) {
      return Comparison.SHIPPED;
    }
    String[] lines = text.split("\n");
    Map<TrainingMethod, Path> runs = new EnumMap<>(TrainingMethod.class);
    for (TrainingMethod method : TrainingMethod.values()) {
      runs.put(method, Path.of(lines[2 + method.ordinal()]));
    }
    return new Comparison(new ThreatModel(lines[0], Double.parseDouble(lines[1])), runs);
  }
}
