package org.rhobust.workbench.runs;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The deleted runs: to be brought back, or deleted for good once a person has said so. */
final class TrashMenu {

  private final MenuButton menu;
  private final TrashModel trash;

  TrashMenu(MenuButton menu, TrashModel trash) {
    this.menu = menu;
    this.trash = trash;
  }

  void show(List<Path> runs) {
    menu.setText("Trash (%d)".formatted(runs.size()));
    menu.setDisable(runs.isEmpty());
    menu.getItems().clear();
    for (Path run : runs) {
      MenuItem item = new MenuItem("Restore " + run.getFileName());
      item.setMnemonicParsing(false);
      item.setOnAction(event -> trash.restore(run));
      menu.getItems().add(item);
    }
    MenuItem forGood = new MenuItem("Delete all of these for good…");
    forGood.setOnAction(event -> ask(runs.size()));
    menu.getItems().addAll(new SeparatorMenuItem(), forGood);
  }

  private void ask(int count) {
    ButtonType delete = new ButtonType("Delete for good", ButtonData.OK_DONE);
    Alert question =
        new Alert(
            Alert.AlertType.CONFIRMATION,
            count == 1
                ? "One run with its model is deleted for good."
                : "%d runs with their models are deleted for good.".formatted(count),
            delete,
            ButtonType.CANCEL);
    question.initOwner(menu.getScene().getWindow());
    question.setHeaderText("Empty the trash?");
    question.showAndWait().filter(answer -> answer == delete).ifPresent(answer -> trash.empty());
  }
}
