package org.rhobust.workbench.shell;

import atlantafx.base.theme.Tweaks;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/** The top bar: which model, which test image, light or dark. */
final class TopBar {

  private final WorkbenchWindow window;
  private final Runnable help;

  /**
   * @param help shows the sheet of keys
   */
  TopBar(WorkbenchWindow window, Runnable help) {
    this.window = window;
    this.help = help;
  }

  List<Node> nodes() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label name = new Label("Model");
    name.getStyleClass().add("field-label");
    name.setMinWidth(Region.USE_PREF_SIZE);
    ComboBox<ModelOffer> models = models();
    name.setLabelFor(models);
    return List.of(
        name,
        models,
        openMenu(),
        pictureButton(),
        gap,
        new ImagePicker(window.context().selection()).node(),
        themeMenu(),
        helpButton());
  }

  private ComboBox<ModelOffer> models() {
    ModelChoice choice = window.models();
    ComboBox<ModelOffer> box = new ComboBox<>(choice.offers());
    box.setId("model");
    box.setAccessibleText("Model");
    box.setPromptText("No model yet: train or open one");
    box.setConverter(new OfferTitle());
    box.setPrefWidth(280);
    box.setMinWidth(140);
    box.valueProperty().addListener((o, before, offer) -> choose(choice, box, offer));
    choice.chosenProperty().addListener((o, before, offer) -> box.setValue(offer));
    return box;
  }

  /** A change of the list may clear the box for a moment: what is chosen is shown again. */
  private static void choose(ModelChoice choice, ComboBox<ModelOffer> box, ModelOffer offer) {
    if (offer == null) {
      box.setValue(choice.chosenProperty().get());
    } else {
      choice.choose(offer);
    }
  }

  private MenuButton openMenu() {
    Opening opening = window.opening();
    MenuButton menu = new MenuButton("Open", Icons.line("open"));
    menu.setId("open-model");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    opening.recent().files().subscribe(() -> fill(menu, opening));
    fill(menu, opening);
    return menu;
  }

  private void fill(MenuButton menu, Opening opening) {
    MenuItem save = item("Save model as…", () -> ModelSaver.ask(window));
    save.setId("save-model");
    menu.getItems()
        .setAll(
            item("Model directory…", opening::chooseModel),
            item("TorchScript file (.pt)…", opening::chooseTorchScript),
            item("Run…", opening::chooseRun),
            item("Pictures…", opening::choosePictures),
            new SeparatorMenuItem(),
            save);
    if (!opening.recent().files().isEmpty()) {
      menu.getItems().add(new SeparatorMenuItem());
      for (RecentFile file : opening.recent().files()) {
        menu.getItems().add(item(file.title(), () -> opening.again(file)));
      }
      menu.getItems().add(item("Clear this list", opening.recent()::clear));
    }
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    // A file's name may have what menus take for a mnemonic.
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  private Button pictureButton() {
    Button button = new Button(null, Icons.line("picture"));
    button.setId("predict");
    button.getStyleClass().add("flat");
    button.setAccessibleText("Predict a picture");
    button.setTooltip(new Tooltip("Predict a picture…  (Ctrl/Cmd + O, or drop it on the window)"));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> window.opening().choosePictures());
    return button;
  }

  private MenuButton themeMenu() {
    MenuButton menu = new MenuButton();
    menu.setId("theme");
    menu.getStyleClass().addAll("flat", Tweaks.NO_ARROW);
    menu.setAccessibleText("Theme");
    menu.setTooltip(new Tooltip("Light or dark"));
    ToggleGroup group = new ToggleGroup();
    for (Theme.Choice choice : Theme.Choice.values()) {
      RadioMenuItem item = new RadioMenuItem(choice.title());
      item.setToggleGroup(group);
      item.setOnAction(event -> window.looks().choose(choice));
      window.looks().theme().choiceProperty().subscribe(now -> item.setSelected(now == choice));
      menu.getItems().add(item);
    }
    window
        .context()
        .plotTheme()
        .subscribe(theme -> menu.setGraphic(Icons.line(window.isDark() ? "dark" : "light")));
    return menu;
  }

  private Button helpButton() {
    Button button = new Button("?");
    button.setId("help");
    button.getStyleClass().addAll("flat", "strong");
    button.setAccessibleText("Keys, gestures and terms");
    button.setTooltip(
        new Tooltip("Keys, gestures and terms  (F1); find any command: Ctrl/Cmd + K"));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> help.run());
    return button;
  }

  private static final class OfferTitle extends StringConverter<ModelOffer> {

    @Override
    public String toString(ModelOffer offer) {
      return offer == null ? "" : offer.title();
    }

    @Override
    public ModelOffer fromString(String title) {
      throw new UnsupportedOperationException("models are chosen, not typed");
    }
  }
}
