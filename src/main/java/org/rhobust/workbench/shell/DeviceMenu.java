package org.rhobust.workbench.shell;

import javafx.collections.ListChangeListener;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.rhobust.service.EngineStatus;

/** The device in the status bar: what computes, and why no GPU does; others can be chosen. */
final class DeviceMenu {

  private static final double TEXT_WIDTH = 380;

  private final EngineState engine;
  private final DeviceChoice choice;
  private final MenuButton button;
  private final Text details = new Text();

  private DeviceMenu(EngineState engine, DeviceChoice choice, MenuButton button) {
    this.engine = engine;
    this.choice = choice;
    this.button = button;
  }

  /** Makes {@code button} show the device; it is hidden before the engine is loaded. */
  static void install(MenuButton button, EngineState engine, DeviceChoice choice) {
    DeviceMenu menu = new DeviceMenu(engine, choice, button);
    button.textProperty().bind(engine.textProperty());
    button.visibleProperty().bind(engine.statusProperty().isNotNull());
    button.managedProperty().bind(button.visibleProperty());
    choice.offers().addListener((ListChangeListener<String>) change -> menu.fill());
    engine.textProperty().addListener((o, before, now) -> menu.tell());
  }

  private void fill() {
    EngineStatus status = engine.statusProperty().get();
    button.getItems().clear();
    ToggleGroup group = new ToggleGroup();
    for (String name : choice.offers()) {
      RadioMenuItem item = new RadioMenuItem(DeviceChoice.title(name, status));
      item.setId("device-" + name.replace(":", "-"));
      item.setToggleGroup(group);
      item.setSelected(name.equals(choice.chosenProperty().get()));
      item.setOnAction(event -> choice.choose(name));
      button.getItems().add(item);
    }
    details.setId("device-details");
    details.setWrappingWidth(TEXT_WIDTH);
    CustomMenuItem text = new CustomMenuItem(details, false);
    button.getItems().addAll(new SeparatorMenuItem(), text);
    tell();
  }

  private void tell() {
    if (engine.statusProperty().get() == null) {
      return;
    }
    Tooltip tooltip = new Tooltip(engine.details());
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(TEXT_WIDTH);
    tooltip.setShowDuration(Duration.INDEFINITE);
    button.setTooltip(tooltip);
    details.setText(engine.details());
  }
}
