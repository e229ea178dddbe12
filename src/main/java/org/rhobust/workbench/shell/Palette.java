package org.rhobust.workbench.shell;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rhobust.workbench.Command;

/** The command palette: type a few letters, choose by the arrow keys, Enter does it. */
final class Palette {

  private static final int PAGE = 8;

  private final PaletteModel model = new PaletteModel();
  private final Supplier<List<Command>> commands;
  private final Layer layer;
  private final TextField field = new TextField();
  private final ListView<Command> list = new ListView<>();
  private final Label nothing = new Label("Nothing fits");
  private final VBox card = new VBox(8, field, list);

  /**
   * @param commands what can be done now
   */
  Palette(Supplier<List<Command>> commands, Layer layer) {
    this.commands = commands;
    this.layer = layer;
    card.setId("palette");
    card.getStyleClass().addAll("popup-card", "palette");
    card.setMaxHeight(Region.USE_PREF_SIZE);
    field.setId("palette-field");
    field.setPromptText("What to do? A few letters are enough");
    field.setAccessibleText("Command");
    list.setId("palette-list");
    list.getStyleClass().add("plain-list");
    list.setPlaceholder(nothing);
    list.setFocusTraversable(false);
    list.setCellFactory(view -> new CommandCell());
    list.setOnMouseClicked(event -> run());
    field.textProperty().bindBidirectional(model.typedProperty());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    model.foundProperty().subscribe(this::fill);
  }

  /** Opens it, or closes it where it is open. */
  void toggle() {
    if (layer.isShown() && card.getParent() != null) {
      layer.close();
    } else {
      model.open(commands.get());
      layer.show(card, field);
    }
  }

  private void fill(List<Command> found) {
    list.getItems().setAll(found);
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case PAGE_DOWN -> move(PAGE);
      case PAGE_UP -> move(-PAGE);
      case ENTER -> run();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int by) {
    int last = list.getItems().size() - 1;
    int next = list.getSelectionModel().getSelectedIndex() + by;
    int within = Math.max(0, Math.min(last, next));
    list.getSelectionModel().select(within);
    list.scrollTo(Math.max(0, within - PAGE / 2));
  }

  private void run() {
    Command chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      layer.close();
      chosen.action().run();
    }
  }

  private static final class CommandCell extends ListCell<Command> {

    private final Label title = new Label();
    private final Label keys = new Label();
    private final HBox row = new HBox(12, title, keys);

    CommandCell() {
      row.setAlignment(Pos.CENTER_LEFT);
      HBox.setHgrow(title, Priority.ALWAYS);
      title.setMaxWidth(Double.MAX_VALUE);
      keys.setMinWidth(Region.USE_PREF_SIZE);
      keys.getStyleClass().add("keys");
    }

    @Override
    protected void updateItem(Command command, boolean empty) {
      super.updateItem(command, empty);
      setGraphic(empty ? null : row);
      if (!empty) {
        title.setText(command.title());
        keys.setText(command.keys());
        setAccessibleText(command.title() + " " + command.keys());
      }
    }
  }
}
