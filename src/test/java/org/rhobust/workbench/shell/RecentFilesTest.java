package org.rhobust.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentFilesTest {

  @TempDir Path folder;

  @Test
  void thoseWhoWatchAreToldHoweverLongTheyWatch() {
    RecentFiles recent = new RecentFiles(SettingsStore.open(folder.resolve("window.json")));
    List<Integer> told = new ArrayList<>();
    recent.files().subscribe(() -> told.add(recent.files().size()));

    System.gc();
    recent.add(RecentFile.of(FileKind.PICTURE, Path.of("a.png")));
    System.gc();
    recent.add(RecentFile.of(FileKind.PICTURE, Path.of("b.png")));

    assertThat(told).containsExactly(1, 2);
  }
}
