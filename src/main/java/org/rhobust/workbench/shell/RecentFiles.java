package org.rhobust.workbench.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What was opened last, the latest first. Belongs to the JavaFX thread. */
final class RecentFiles {

  static final int MOST = 10;

  private final SettingsStore store;
  private final ObservableList<RecentFile> files = FXCollections.observableArrayList();
  private final ObservableList<RecentFile> shown = FXCollections.unmodifiableObservableList(files);

  RecentFiles(SettingsStore store) {
    this.store = store;
    store.settings().recent().stream()
        .flatMap(text -> RecentFile.parse(text).stream())
        .distinct()
        .limit(MOST)
        .forEach(files::add);
  }

  /** Always the same list: one made anew would be collected, and its listeners with it. */
  ObservableList<RecentFile> files() {
    return shown;
  }

  void add(RecentFile file) {
    List<RecentFile> now = new ArrayList<>(files);
    now.removeIf(other -> other.path().equals(file.path()));
    now.add(0, file);
    keep(now.subList(0, Math.min(MOST, now.size())));
  }

  void remove(RecentFile file) {
    keep(files.stream().filter(other -> !other.equals(file)).toList());
  }

  void clear() {
    keep(List.of());
  }

  private void keep(List<RecentFile> now) {
    files.setAll(now);
    store.change(s -> s.withRecent(now.stream().map(RecentFile::text).toList()));
  }
}
