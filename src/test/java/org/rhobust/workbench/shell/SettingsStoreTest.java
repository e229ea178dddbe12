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
              settings
                  .withPlace(new Place(1.0, 2.0, width, 600, false))
                  .withTheme("dark")
                  .withData(List.of("mine")));
    }
    store.written().get(20, TimeUnit.SECONDS);

    WindowSettings read = SettingsStore.open(file).settings();
    assertThat(read).isEqualTo(store.settings());
    assertThat(read.place().width()).isEqualTo(50);
    assertThat(read.theme()).isEqualTo("dark");
    assertThat(read.data()).containsExactly("mine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[1]", "{\"place\": {\"width\": \"wide\"}}", "{\"values\": [1]}", "null"})
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

  @Test
  void whatMakesNoSenseIsLeftOut() throws Exception {
    String hostile =
        """
        {"place": {"x": 1e300, "y": 5, "width": -4, "height": 1e999, "maximized": false},
         "data": [null, "", "mine", "%s"],
         "recent": [null, "MODEL||/a"],
         "values": {"window.view": "steps", "long": "%s", "none": null}}
        """
            .formatted("x".repeat(9000), "y".repeat(9000));
    Path file = Files.writeString(folder.resolve("window.json"), hostile);

    SettingsStore store = SettingsStore.open(file);
    WindowSettings read = store.settings();

    assertThat(read.place()).isEqualTo(Place.USUAL);
    assertThat(read.data()).containsExactly("mine");
    assertThat(read.recent()).containsExactly("MODEL||/a");
    assertThat(read.values()).containsOnlyKeys("window.view");

    for (int i = 0; i < 2 * WindowSettings.MOST_VALUES; i++) {
      int number = i;
      store.change(settings -> settings.with("key" + number, "value"));
    }
    store.written().get(20, TimeUnit.SECONDS);
    assertThat(SettingsStore.open(file).settings().values()).hasSize(WindowSettings.MOST_VALUES);
  }
}
