package org.rhobust.workbench.controls;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.rhobust.threat.Norm;
import org.rhobust.threat.Norms;

/** Fields under their names, marked while they cannot be used. */
public final class Fields {

  private static final PseudoClass DANGER = Styles.STATE_DANGER;

  private Fields() {}

  /** A control under its name. */
  public static VBox labelled(String name, Control control) {
    Label label = new Label(name);
    label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    label.setLabelFor(control);
    VBox box = new VBox(2, label, control);
    box.setAlignment(Pos.TOP_LEFT);
    return box;
  }

  /** A field for a short text, such as a number. */
  public static TextField number(int columns) {
    TextField field = new TextField();
    field.setPrefColumnCount(columns);
    return field;
  }

  /** Marks a control as wrong and lets its tooltip say why; null unmarks it. */
  public static void mark(Control control, String why) {
    control.pseudoClassStateChanged(DANGER, why != null);
    control.setTooltip(why == null ? null : new Tooltip(why));
  }

  /** A choice among items, shown by their words; follows the items where they are observable. */
  public static <T> ComboBox<T> choice(
      List<T> items, Function<T, String> words, Property<T> value) {
    ComboBox<T> box = new ComboBox<>();
    box.setItems(
        items instanceof ObservableList<T> live ? live : FXCollections.observableArrayList(items));
    box.setConverter(words(words));
    box.valueProperty().bindBidirectional(value);
    return box;
  }

  /** A choice among the norms, whose names are the values and whose symbols are shown. */
  public static ComboBox<String> norm(Property<String> value) {
    List<String> names = Norms.all().stream().map(Norm::name).toList();
    return choice(names, name -> Norms.of(name).symbol(), value);
  }

  /** Shows an item by its words; nothing is typed. */
  public static <T> StringConverter<T> words(Function<T, String> words) {
    return new StringConverter<>() {
      @Override
      public String toString(T item) {
        return item == null ? "" : words.apply(item);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("chosen, never typed");
      }
    };
  }
}
