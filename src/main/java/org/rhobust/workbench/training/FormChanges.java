package org.rhobust.workbench.training;

import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.Property;
import javafx.util.StringConverter;
import org.rhobust.workbench.Memory;
import org.rhobust.workbench.NumberInput;

/** What the parts of the training form have in common: they tell of changes and are remembered. */
final class FormChanges {

  private FormChanges() {}

  /** Runs {@code action} after every change. */
  static void tell(Runnable action, List<Observable> choices, List<NumberInput> inputs) {
    choices.forEach(choice -> choice.addListener(o -> action.run()));
    for (NumberInput input : inputs) {
      input.valueProperty().addListener(o -> action.run());
      input.problemProperty().addListener(o -> action.run());
    }
  }

  /** What is wrong with the first wrong one; empty when nothing is. */
  static String problem(List<NumberInput> inputs) {
    return inputs.stream()
        .filter(input -> !input.valid())
        .map(input -> input.problemProperty().get())
        .findFirst()
        .orElse("");
  }

  static void keep(Memory memory, String key, NumberInput input) {
    memory.keepText(key, input.name() + " of the training", input.textProperty());
  }

  static void keepNames(Memory memory, String key, String words, Property<List<String>> names) {
    memory.keep(key, words, names, new NamesText());
  }

  private static final class NamesText extends StringConverter<List<String>> {

    @Override
    public String toString(List<String> names) {
      return String.join(",", names);
    }

    @Override
    public List<String> fromString(String text) {
      return text.isEmpty() ? List.of() : List.of(text.split(","));
    }
  }
}
