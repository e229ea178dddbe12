package org.rhobust.workbench.data;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.rhobust.data.DataSet;

/** A data set in the list. Changed on the JavaFX thread only. */
final class SetEntry {

  private final String name;
  private final boolean own;
  private final ReadOnlyObjectWrapper<State> state;

  /** Where a data set is. */
  enum Place {
    /** On this computer. */
    HERE,
    /** At its public home only. */
    AWAY,
    /** Not looked for yet, or the user's own and not read yet. */
    UNREAD
  }

  /**
   * What is known of a data set.
   *
   * @param set null while it is the user's own and unread
   * @param facts its size, shape and classes in two short lines; empty while it is unread
   * @param details the same in a longer line
   */
  record State(Place place, DataSet set, String facts, String details) {

    /** Looks for the files and, where the size is not known, reads them, which may take long. */
    static State of(DataSet set) {
      return of(set.available() ? Place.HERE : Place.AWAY, set);
    }

    private static State of(Place place, DataSet set) {
      return new State(place, set, DataTexts.facts(set), DataTexts.details(set));
    }
  }

  private SetEntry(String name, boolean own, State state) {
    this.name = name;
    this.own = own;
    this.state = new ReadOnlyObjectWrapper<>(this, "state", state);
  }

  /** A set of the registry, whose files are to be looked for later. */
  static SetEntry registered(DataSet set) {
    return new SetEntry(set.name(), false, State.of(Place.UNREAD, set));
  }

  /** The user's own set of this name, to be read later. */
  static SetEntry own(String name) {
    return new SetEntry(name, true, new State(Place.UNREAD, null, "", ""));
  }

  /** The key of the set everywhere. */
  String name() {
    return name;
  }

  /** Whether the user brought it. */
  boolean isOwn() {
    return own;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  Place place() {
    return state.get().place();
  }

  /** The set; null while it is the user's own and unread. */
  DataSet set() {
    return state.get().set();
  }

  void tell(State now) {
    state.set(now);
  }
}
