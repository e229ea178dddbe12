package org.rhobust.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {

  @TempDir Path folder;

  @Test
  void keepsTheLastOfManyChanges() throws Exception {
    Path file = folder.resolve("deep/window.json");
    SettingsStore store = SettingsStore.open(file);

    for (int i = 1; i <= 50; i++) {
      int width = i;
      store.change(
          settings ->
              settings.withSize(width, 600, false).withDark(true).withData(List.of("mine")));
    }
    store.written().get(20, TimeUnit.SECONDS);

    WindowSettings read = SettingsStore.open(file).settings();
    assertThat(read).isEqualTo(store.settings());
    assertThat(read.width()).isEqualTo(50);
    assertThat(read.theme()).isEqualTo("dark");
    assertThat(read.data()).containsExactly("mine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1]", "{\"width\": \"wide\"}", "null"})
  void aDamagedFileGivesTheDefaults(String damaged) throws Exception {
    Path file = Files.writeString(folder.resolve("window.json"), damaged);

    assertThat(SettingsStore.open(file).settings()).isEqualTo(WindowSettings.NONE);
  }

  @Test
  void aFileThatCannotBeWrittenStopsNothing() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "").resolve("window.json");
    SettingsStore store = SettingsStore.open(file);

    store.change(settings -> settings.withView("steps"));
    store.written().get(20, TimeUnit.SECONDS);

    assertThat(store.settings().view()).isEqualTo("steps");
  }
}
