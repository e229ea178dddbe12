package org.rhobust.workbench.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.rhobust.training.TrainingMethod;

/** The columns of a comparison, one a method. Belongs to the JavaFX thread. */
final class Columns {

  private final ReadOnlyObjectWrapper<List<Column>> all =
      new ReadOnlyObjectWrapper<>(this, "all", List.of());

  /** All columns, in the order of the methods; empty before anything was asked for. */
  ReadOnlyObjectProperty<List<Column>> allProperty() {
    return all.getReadOnlyProperty();
  }

  /** Whether something of the comparison trains, waits or is attacked. */
  BooleanBinding busyProperty() {
    return Bindings.createBooleanBinding(
        () -> all.get().stream().anyMatch(column -> !column.failed() && !column.status().isEmpty()),
        all);
  }

  /** The first column of this kind. */
  Optional<Column> first(Predicate<Column> kind) {
    return all.get().stream().filter(kind).findFirst();
  }

  /** Puts a fresh column for every method. */
  void begin(String status) {
    all.set(
        Arrays.stream(TrainingMethod.values())
            .map(method -> Column.empty(method).waiting(status, Double.NaN))
            .toList());
  }

  /** As before anything was asked for. */
  void clear() {
    all.set(List.of());
  }

  void change(TrainingMethod method, UnaryOperator<Column> change) {
    changeAll(column -> column.method() == method ? change.apply(column) : column);
  }

  /** Tells nobody where nothing changes. */
  void changeAll(UnaryOperator<Column> change) {
    List<Column> changed = all.get().stream().map(change).toList();
    if (!changed.equals(all.get())) {
      all.set(changed);
    }
  }
}
