package org.rhobust.workbench.shell;

import java.util.List;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rhobust.workbench.Command;

/** The sheet of keys, gestures and terms (F1). */
final class HelpSheet {

  /** What the pointer can do, as it can be told of every view. */
  static final List<Command> GESTURES =
      List.of(
          gesture("Read a plot's values at a place", "Point at the plot"),
          gesture(
              "Move a plot's marker, such as ‖δ‖ or τ", "Drag it, or ← → when it has the focus"),
          gesture("Copy or save a plot", "Right click, or the menu key"),
          gesture("Step a number up or down", "↑ ↓ in its field"),
          gesture("Open a model, a run, data or pictures", "Drop it on the window"),
          gesture("Explain a term", "Point at its label"),
          gesture("Go from view to view", "↑ ↓ in the side bar"));

  private static final double WIDTH = 720;
  private static final double KEYS_WIDTH = 250;

  private final Supplier<List<Command>> commands;
  private final Layer layer;

  /**
   * @param commands those with keys are on the sheet
   */
  HelpSheet(Supplier<List<Command>> commands, Layer layer) {
    this.commands = commands;
    this.layer = layer;
  }

  /** Shows the sheet from its beginning. */
  void show() {
    show(null);
  }

  /**
   * Shows the sheet.
   *
   * @param term that it is opened at; null for the beginning
   */
  void show(Glossary.Term term) {
    VBox content = new VBox(6);
    content.getStyleClass().add("help-content");
    section(content, "Keys");
    content.getChildren().add(grid(commands.get().stream().filter(HelpSheet::hasKeys).toList()));
    section(content, "Mouse");
    content.getChildren().add(grid(GESTURES));
    section(content, "Terms");
    Node wanted = null;
    for (Glossary.Term one : Glossary.TERMS) {
      VBox box = explained(one);
      content.getChildren().add(box);
      if (one.equals(term)) {
        wanted = box;
      }
    }
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("plain-scroll");
    scroll.setId("help-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox card = new VBox(8, head(), scroll);
    card.setId("help-sheet");
    card.getStyleClass().add("popup-card");
    card.setMaxWidth(WIDTH);
    layer.show(card, scroll);
    if (wanted != null) {
      scrollTo(scroll, content, wanted);
    }
  }

  private HBox head() {
    Label title = new Label("Keys, gestures and terms");
    title.getStyleClass().add("strong");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Button close = new Button(null, Icons.line("close"));
    close.setAccessibleText("Close");
    close.getStyleClass().add("flat");
    close.setOnAction(event -> layer.close());
    HBox head = new HBox(8, title, close);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private static void section(VBox content, String name) {
    Label title = new Label(name);
    title.getStyleClass().add("help-section");
    content.getChildren().add(title);
  }

  private static GridPane grid(List<Command> commands) {
    GridPane grid = new GridPane();
    grid.setHgap(16);
    grid.setVgap(4);
    ColumnConstraints keys = new ColumnConstraints(KEYS_WIDTH);
    keys.setHgrow(Priority.NEVER);
    ColumnConstraints titles = new ColumnConstraints();
    titles.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(keys, titles);
    for (int row = 0; row < commands.size(); row++) {
      Label key = wrapped(commands.get(row).keys());
      key.getStyleClass().add("keys");
      GridPane.setValignment(key, VPos.TOP);
      grid.addRow(row, key, wrapped(commands.get(row).title()));
    }
    return grid;
  }

  private static VBox explained(Glossary.Term term) {
    Label name = wrapped(term.name());
    name.getStyleClass().add("strong");
    VBox box = new VBox(2, name, wrapped(term.sentence()));
    if (!term.formula().isEmpty()) {
      Label formula = wrapped(term.formula());
      formula.getStyleClass().add("formula");
      box.getChildren().add(formula);
    }
    box.getStyleClass().add("term");
    return box;
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** After the layout, which alone knows where the term is. */
  private static void scrollTo(ScrollPane scroll, Region content, Node wanted) {
    Platform.runLater(
        () -> {
          double hidden = content.getHeight() - scroll.getViewportBounds().getHeight();
          scroll.setVvalue(hidden <= 0 ? 0 : wanted.getBoundsInParent().getMinY() / hidden);
        });
  }

  private static boolean hasKeys(Command command) {
    return !command.keys().isEmpty();
  }

  private static Command gesture(String title, String how) {
    return new Command(title, how, () -> {});
  }
}
