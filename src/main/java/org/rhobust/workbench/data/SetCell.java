package org.rhobust.workbench.data;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A data set in the list: its name, whether it is here, and its facts. */
final class SetCell extends ListCell<SetEntry> {

  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

  private final Downloads downloads;
  private final Label name = new Label();
  private final Label place = new Label();
  private final Label facts = new Label();
  private final VBox box;

  SetCell(Downloads downloads) {
    this.downloads = downloads;
    name.getStyleClass().add("strong");
    place.getStyleClass().add("place");
    place.setMinWidth(Region.USE_PREF_SIZE);
    facts.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    facts.setMinHeight(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    box = new VBox(2, new HBox(6, name, gap, place), facts);
    box.setPrefWidth(0);
  }

  @Override
  protected void updateItem(SetEntry entry, boolean empty) {
    super.updateItem(entry, empty);
    place.textProperty().unbind();
    setGraphic(empty || entry == null ? null : box);
    if (!empty && entry != null) {
      name.setText(DataTexts.shortName(entry));
      facts.setText(entry.stateProperty().get().facts());
      facts.setManaged(!facts.getText().isEmpty());
      place.textProperty().bind(placeOf(entry));
      place.pseudoClassStateChanged(HERE, entry.place() == SetEntry.Place.HERE);
    }
  }

  private StringBinding placeOf(SetEntry entry) {
    return Bindings.createStringBinding(
        () -> {
          double share = downloads.work().progressProperty().get();
          return downloads.fetches(entry) ? Math.round(100 * share) + " %" : DataTexts.place(entry);
        },
        downloads.work().progressProperty(),
        downloads.work().runningProperty());
  }
}
