package org.rhobust.workbench.shell;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.rhobust.data.ImageSet;
import org.rhobust.service.ModelInfo;

/** The top bar: which model, which test image, light or dark. */
final class TopBar {

  private final WorkbenchWindow window;

  TopBar(WorkbenchWindow window) {
    this.window = window;
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
        themeButton());
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
    MenuItem directory = new MenuItem("Model directory…");
    directory.setOnAction(event -> openDirectory());
    MenuItem torchScript = new MenuItem("TorchScript file (.pt)…");
    torchScript.setOnAction(event -> openTorchScript());
    MenuItem save = new MenuItem("Save model as…");
    save.setId("save-model");
    save.setOnAction(event -> ModelSaver.ask(window));
    MenuButton menu =
        new MenuButton(
            "Open model",
            Icons.line("open"),
            directory,
            torchScript,
            new SeparatorMenuItem(),
            save);
    menu.setId("open-model");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    return menu;
  }

  private void openDirectory() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Open a model directory");
    Optional.ofNullable(chooser.showDialog(window.stage()))
        .map(File::getPath)
        .ifPresent(
            path -> window.models().choose(new ModelOffer(path, new File(path).getName(), null)));
  }

  private void openTorchScript() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Open a TorchScript model");
    chooser
        .getExtensionFilters()
        .setAll(
            new FileChooser.ExtensionFilter("TorchScript", "*.pt", "*.pth", "*.torchscript"),
            new FileChooser.ExtensionFilter("All files", "*"));
    File file = chooser.showOpenDialog(window.stage());
    if (file == null) {
      return;
    }
    ImageSet images = window.context().selection().imagesProperty().get();
    new TorchScriptDialog(window.stage(), file.toPath(), images)
        .showAndWait()
        .ifPresent(answer -> openTorchScript(file, answer));
  }

  private void openTorchScript(File file, TorchScriptDialog.Answer answer) {
    CompletableFuture<ModelInfo> opening =
        window
            .context()
            .models()
            .openTorchScript(file.toPath(), answer.classes(), answer.input(), answer.output());
    window.models().open(new ModelOffer(file.getPath(), file.getName(), null), opening);
  }

  private Button pictureButton() {
    Button button = new Button(null, Icons.line("picture"));
    button.setId("predict");
    button.getStyleClass().add("flat");
    button.setAccessibleText("Predict a picture");
    button.setTooltip(new Tooltip("Predict a picture…  (Ctrl/Cmd + O, or drop it on the window)"));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> PictureChooser.open(window));
    return button;
  }

  private Button themeButton() {
    Button button = new Button();
    button.setId("theme");
    button.getStyleClass().add("flat");
    button.setAccessibleText("Light or dark");
    button.setTooltip(new Tooltip("Light or dark"));
    button.setOnAction(event -> window.setDark(!window.isDark()));
    window
        .context()
        .plotTheme()
        .subscribe(theme -> button.setGraphic(Icons.line(window.isDark() ? "light" : "dark")));
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
