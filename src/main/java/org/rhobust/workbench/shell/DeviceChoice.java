package org.rhobust.workbench.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.rhobust.service.EngineStatus;

/**
 * Where models are opened and trainings started from now on: {@code auto}, {@code cpu} or {@code
 * gpu:n}. What is open or running stays where it is. A state without a control.
 */
final class DeviceChoice {

  static final String AUTO = "auto";

  private final ReadOnlyStringWrapper chosen;
  private final ObservableList<String> offers = FXCollections.observableArrayList();

  /**
   * @param remembered the choice of an earlier start; null where there was none
   */
  DeviceChoice(String remembered) {
    chosen = new ReadOnlyStringWrapper(this, "device", remembered == null ? AUTO : remembered);
  }

  ReadOnlyStringProperty chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** What can be chosen; nothing before the engine is loaded. */
  ObservableList<String> offers() {
    return offers;
  }

  void choose(String name) {
    chosen.set(name);
  }

  /**
   * Offers what the engine found.
   *
   * @param notice told when the remembered device is not among it, so that another one is chosen
   */
  void offer(EngineStatus status, Consumer<String> notice) {
    List<String> names = new ArrayList<>(status.devices());
    names.add(0, AUTO);
    String before = chosen.get();
    if (!names.contains(before)) {
      chosen.set(AUTO);
      notice.accept(
          "%s is not here any more: %s is used.".formatted(title(before), title(status.device())));
    }
    offers.setAll(names);
  }

  /** A device's name in words, such as "GPU 0". */
  static String title(String name) {
    return name.startsWith("gpu:") ? "GPU " + name.substring("gpu:".length()) : "CPU";
  }

  /** What to choose, in words; auto with what it stands for. */
  static String title(String name, EngineStatus status) {
    return name.equals(AUTO) ? "Automatic (%s)".formatted(title(status.device())) : title(name);
  }

  /** What a name stands for. */
  static String resolve(String name, EngineStatus status) {
    return name.equals(AUTO) ? status.device() : name;
  }
}
