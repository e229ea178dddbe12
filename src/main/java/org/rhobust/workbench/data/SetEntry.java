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
    /** The user's own, not read yet. */
    UNREAD
  }

  /**
   * What is known of a data set.
   *
   * @param set null while it is {@link Place#UNREAD}
   * @param facts its size, shape and classes in two short lines; empty while it is unread
   * @param details the same in a longer line
   */
  record State(Place place, DataSet set, String facts, String details) {

    /** Of a set whose size is known or can be read now, which may take long. */
    static State of(DataSet set) {
      Place place = set.available() ? Place.HERE : Place.AWAY;
      return new State(place, set, DataTexts.facts(set), DataTexts.details(set));
    }
  }

  private SetEntry(String name, boolean own, State state) {
    this.name = name;
    this.own = own;
    this.state = new ReadOnlyObjectWrapper<>(this, "state", state);
  }

  /** A set of the registry. */
  static SetEntry registered(DataSet set) {
    return new SetEntry(set.name(), false, State.of(set));
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

  /** The set; null while it is unread. */
  DataSet set() {
    return state.get().set();
  }

  void tell(State now) {
    state.set(now);
  }
}
