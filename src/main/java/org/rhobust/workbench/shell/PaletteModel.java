package org.rhobust.workbench.shell;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.rhobust.workbench.Command;

/** The commands that fit what was typed, the best first. A state without a control. */
final class PaletteModel {

  private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
  private final ReadOnlyObjectWrapper<List<Command>> found =
      new ReadOnlyObjectWrapper<>(this, "found", List.of());
  private List<Command> commands = List.of();

  private record Fit(Command command, OptionalInt score) {}

  PaletteModel() {
    typed.addListener(o -> find());
  }

  /** Begins anew with what can be done now. */
  void open(List<Command> now) {
    commands = List.copyOf(now);
    typed.set("");
    find();
  }

  StringProperty typedProperty() {
    return typed;
  }

  /** What fits; all in their order where nothing is typed. */
  ReadOnlyObjectProperty<List<Command>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  private void find() {
    found.set(
        commands.stream()
            .map(command -> new Fit(command, Fuzzy.score(typed.get(), command.title())))
            .filter(fit -> fit.score().isPresent())
            .sorted(Comparator.comparing((Fit fit) -> -fit.score().getAsInt()))
            .map(Fit::command)
            .toList());
  }
}
