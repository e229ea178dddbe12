package org.rhobust.workbench.data;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.rhobust.data.DataSet;
import org.rhobust.workbench.Memory;
import org.rhobust.workbench.controls.Latest;

/**
 * The data sets and what the selected one looks like. Files are read elsewhere; all else belongs to
 * the JavaFX thread.
 */
final class DataModel {

  private final Function<String, DataSet> opener;
  private final Consumer<List<String>> remember;
  private final Executor reader;
  private final Executor ui;
  private final Downloads downloads;
  private final Latest<Read> reading;
  private final Latest<Read> opening;
  private final ObservableList<SetEntry> entries =
      FXCollections.observableArrayList(entry -> new Observable[] {entry.stateProperty()});
  private final ObjectProperty<SetEntry> selected = new SimpleObjectProperty<>(this, "selected");
  private final ReadOnlyObjectWrapper<Examples> examples =
      new ReadOnlyObjectWrapper<>(this, "examples");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyStringWrapper openProblem =
      new ReadOnlyStringWrapper(this, "openProblem", "");

  /**
   * What was found of a set.
   *
   * @param examples null where it is away
   */
  private record Read(SetEntry.State state, Examples examples) {}

  /**
   * @param registered the sets that everybody has, at least one
   * @param own the names of the user's own
   * @param opener the set of a name or path; may take long
   * @param remember told the names of the user's own whenever they change
   * @param reader runs away from the JavaFX thread
   * @param downloads fetches what is away
   * @param ui runs on the JavaFX thread
   */
  DataModel(
      List<DataSet> registered,
      List<String> own,
      Function<String, DataSet> opener,
      Consumer<List<String>> remember,
      Executor reader,
      Downloads downloads,
      Executor ui) {
    this.opener = opener;
    this.remember = remember;
    this.reader = reader;
    this.ui = ui;
    this.downloads = downloads;
    reading = new Latest<>(ui);
    opening = new Latest<>(ui);
    registered.forEach(set -> entries.add(SetEntry.registered(set)));
    entries.forEach(this::look);
    own.forEach(name -> entries.add(SetEntry.own(name)));
    selected.addListener((o, before, entry) -> show(entry));
    selected.set(entries.get(0));
  }

  /** Keeps which set is looked at. */
  Subscription keep(Memory memory) {
    return memory.keep("data.set", "data set", selected, new EntryName());
  }

  /** The sets of the registry, then the user's own. */
  ObservableList<SetEntry> entries() {
    return entries;
  }

  /** The set that is looked at. */
  ObjectProperty<SetEntry> selectedProperty() {
    return selected;
  }

  /** Training images of the selected set; null while there are none to show. */
  ReadOnlyObjectProperty<Examples> examplesProperty() {
    return examples.getReadOnlyProperty();
  }

  /** Whether the selected set is being read. */
  ReadOnlyBooleanProperty busyProperty() {
    return reading.busyProperty();
  }

  /** Why the selected set cannot be shown, with the cure; empty where it can. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Why the folder or file given last is no data set, with the cure; empty where it is. */
  ReadOnlyStringProperty openProblemProperty() {
    return openProblem.getReadOnlyProperty();
  }

  /** Runs away from the JavaFX thread. */
  Executor reader() {
    return reader;
  }

  /** Runs on the JavaFX thread. */
  Executor ui() {
    return ui;
  }

  Downloads downloads() {
    return downloads;
  }

  /** Fetches the selected set and shows it once it is here. */
  void download() {
    downloads.start(selected.get(), this::arrived);
  }

  /**
   * Adds the user's own data to the list and shows it.
   *
   * @return the path, once it is shown; never done where it cannot be
   */
  CompletableFuture<Path> open(Path path) {
    CompletableFuture<Path> opened = new CompletableFuture<>();
    openProblem.set("");
    opening.ask(
        () -> CompletableFuture.supplyAsync(() -> read(opener.apply(path.toString())), reader),
        read -> {
          add(read);
          opened.complete(path);
        },
        openProblem::set);
    return opened;
  }

  /** Takes the selected set of the user's own off the list; its files stay. */
  void forget() {
    SetEntry entry = selected.get();
    if (entry.isOwn()) {
      selected.set(entries.get(0));
      entries.remove(entry);
      rememberOwn();
    }
  }

  private void add(Read read) {
    String name = read.state().set().name();
    SetEntry entry = entries.stream().filter(e -> e.name().equals(name)).findFirst().orElse(null);
    if (entry == null) {
      entry = SetEntry.own(name);
      entries.add(entry);
      rememberOwn();
    }
    entry.tell(read.state());
    selected.set(entry);
    answer(entry, read);
  }

  private void rememberOwn() {
    remember.accept(entries.stream().filter(SetEntry::isOwn).map(SetEntry::name).toList());
  }

  private void arrived(SetEntry entry) {
    if (selected.get() == entry) {
      show(entry);
    } else {
      look(entry);
    }
  }

  /** Finds out whether the files of a set of the registry are here. */
  private void look(SetEntry entry) {
    DataSet set = entry.set();
    CompletableFuture.supplyAsync(() -> SetEntry.State.of(set), reader)
        .thenAcceptAsync(entry::tell, ui);
  }

  private void show(SetEntry entry) {
    reading.forget();
    examples.set(null);
    problem.set("");
    // Files may have been put there, or deleted, since.
    reading.ask(
        () -> CompletableFuture.supplyAsync(() -> read(entry), reader),
        read -> answer(entry, read),
        problem::set);
  }

  private void answer(SetEntry entry, Read read) {
    reading.forget();
    problem.set("");
    entry.tell(read.state());
    examples.set(read.examples());
  }

  private Read read(SetEntry entry) {
    return read(entry.set() == null ? opener.apply(entry.name()) : entry.set());
  }

  private static Read read(DataSet set) {
    SetEntry.State state = SetEntry.State.of(set);
    boolean here = state.place() == SetEntry.Place.HERE;
    return new Read(state, here ? Examples.of(set.train()) : null);
  }

  /** An entry of the list by its name. */
  private final class EntryName extends StringConverter<SetEntry> {
    @Override
    public String toString(SetEntry entry) {
      return entry.name();
    }

    @Override
    public SetEntry fromString(String name) {
      return entries.stream().filter(e -> e.name().equals(name)).findFirst().orElse(null);
    }
  }
}
