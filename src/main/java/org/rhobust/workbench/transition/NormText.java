package org.rhobust.workbench.transition;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.rhobust.threat.Norm;
import org.rhobust.threat.Norms;

/** A norm by one of its words, its name or its symbol. */
final class NormText extends StringConverter<Norm> {

  private final Function<Norm, String> word;

  NormText(Function<Norm, String> word) {
    this.word = word;
  }

  @Override
  public String toString(Norm norm) {
    return norm == null ? "" : word.apply(norm);
  }

  /**
   * @throws IllegalArgumentException when no norm has this word
   */
  @Override
  public Norm fromString(String text) {
    return Norms.all().stream()
        .filter(norm -> word.apply(norm).equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("norm '" + text + "' is unknown"));
  }
}
