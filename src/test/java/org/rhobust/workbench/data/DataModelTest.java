package org.rhobust.workbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.data.DataSets;
import org.rhobust.data.PictureFixture;
import org.rhobust.data.ServedSet;

/** Two sets that are away, ants and bees, then what the user opens. */
class DataModelTest {

  @TempDir Path folder;

  private final ServedSet home = new ServedSet();
  private final List<List<String>> remembered = new ArrayList<>();
  private final Deque<Runnable> waiting = new ArrayDeque<>();

  @AfterEach
  void close() {
    home.close();
  }

  private DataModel model(Executor reader, Executor downloader, String... own) {
    return new DataModel(
        List.of(home.in("ants", folder.resolve("ants")), home.in("bees", folder.resolve("bees"))),
        List.of(own),
        DataSets::get,
        remembered::add,
        reader,
        new Downloads(downloader, Runnable::run, () -> 0),
        Runnable::run);
  }

  private DataModel model(String... own) {
    return model(Runnable::run, Runnable::run, own);
  }

  private Path ownFolder() throws IOException {
    Path own = folder.resolve("mine");
    for (String part : List.of("train", "test")) {
      for (String name : List.of("left", "right")) {
        Path images = Files.createDirectories(own.resolve(part).resolve(name));
        for (int i = 0; i < 2; i++) {
          PictureFixture.write(
              images.resolve(i + ".png"), BufferedImage.TYPE_INT_RGB, 8, 8, (x, y) -> 0xff0000);
        }
      }
    }
    return own;
  }

  private void read() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  private static List<String> names(DataModel model) {
    return model.entries().stream().map(SetEntry::name).toList();
  }

  @Test
  void aSetThatIsAwayIsDescribedButNotShown() {
    DataModel model = model();

    SetEntry ants = model.selectedProperty().get();
    assertThat(ants.name()).isEqualTo("ants");
    assertThat(ants.place()).isEqualTo(SetEntry.Place.AWAY);
    assertThat(ants.stateProperty().get().facts()).isEqualTo("9 images · 3 classes\n8×8 grey");
    assertThat(DataTexts.place(ants)).isEqualTo("1 MB");
    assertThat(model.examplesProperty().get()).isNull();
    assertThat(model.problemProperty().get()).isEmpty();
  }

  @Test
  void filesAreLookedForElsewhere() throws IOException {
    home.in("by hand", folder.resolve("bees"))
        .download()
        .orElseThrow()
        .run((bytes, total) -> {}, () -> false);
    DataModel model = model(waiting::add, Runnable::run);
    SetEntry bees = model.entries().get(1);
    assertThat(bees.place()).isEqualTo(SetEntry.Place.UNREAD);
    assertThat(DataTexts.place(bees)).isEmpty();
    assertThat(bees.stateProperty().get().facts()).startsWith("9 images");

    read();

    assertThat(bees.place()).isEqualTo(SetEntry.Place.HERE);
    assertThat(model.entries().get(0).place()).isEqualTo(SetEntry.Place.AWAY);
    assertThat(model.examplesProperty().get()).isNull();
  }

  @Test
  void aDownloadedSetIsShownWithItsClasses() {
    DataModel model = model();
    model.download();

    assertThat(model.selectedProperty().get().place()).isEqualTo(SetEntry.Place.HERE);
    assertThat(model.downloads().work().runningProperty().get()).isFalse();
    assertThat(model.downloads().work().problemProperty().get()).isEmpty();
    Examples examples = model.examplesProperty().get();
    assertThat(examples.classes())
        .extracting(Examples.OfClass::name)
        .containsExactly("ant", "bee", "cow");
    assertThat(examples.classes()).extracting(Examples.OfClass::count).containsExactly(2, 3, 1);
    assertThat(examples.classes().get(0).indices()).containsExactly(0, 5);
    assertThat(examples.classes().get(1).share()).isEqualTo(1);
    assertThat(examples.oneOfEach(2)).containsExactly(0, 1);
  }

  @Test
  void aFailedDownloadSaysWhyInOneLineAndCanBeTriedAgain() {
    home.close();
    DataModel model = model();
    model.download();

    String problem = model.downloads().work().problemProperty().get();
    assertThat(problem).contains("cannot download", "try again").hasLineCount(1);
    assertThat(model.selectedProperty().get().place()).isEqualTo(SetEntry.Place.AWAY);
    assertThat(model.downloads().work().runningProperty().get()).isFalse();
  }

  @Test
  void oneSetIsFetchedAtATimeWhileAnotherIsLookedAt() {
    DataModel model = model(Runnable::run, waiting::add);
    SetEntry ants = model.entries().get(0);
    model.download();
    model.selectedProperty().set(model.entries().get(1));
    model.download();

    assertThat(waiting).hasSize(1);
    assertThat(model.downloads().fetches(ants)).isTrue();
    assertThat(model.downloads().work().statusProperty().get()).isEqualTo("Downloading ants");
    waiting.remove().run();

    assertThat(ants.place()).isEqualTo(SetEntry.Place.HERE);
    assertThat(model.examplesProperty().get()).as("of the bees, which are away").isNull();
    model.selectedProperty().set(ants);
    assertThat(model.examplesProperty().get()).isNotNull();
  }

  @Test
  void aCancelledDownloadLeavesNothingAndSaysNothing() {
    DataModel model = model(Runnable::run, waiting::add);
    model.download();
    model.downloads().cancel();
    assertThat(model.downloads().work().runningProperty().get()).isFalse();
    waiting.remove().run();

    assertThat(model.selectedProperty().get().place()).isEqualTo(SetEntry.Place.AWAY);
    assertThat(model.downloads().work().problemProperty().get()).isEmpty();
    assertThat(model.examplesProperty().get()).isNull();
  }

  @Test
  void filesPutThereByHandAreFoundWhenTheSetIsSelected() {
    DataModel model = model();
    home.in("by hand", folder.resolve("bees"))
        .download()
        .orElseThrow()
        .run((bytes, total) -> {}, () -> false);
    model.selectedProperty().set(model.entries().get(1));

    assertThat(model.entries().get(1).place()).isEqualTo(SetEntry.Place.HERE);
    assertThat(model.examplesProperty().get()).isNotNull();
  }

  @Test
  void ownDataJoinTheListOnceAndAreRemembered() throws IOException {
    Path own = ownFolder();
    DataModel model = model();
    model.open(own);
    model.selectedProperty().set(model.entries().get(0));
    model.open(own);

    assertThat(names(model)).containsExactly("ants", "bees", own.toString());
    assertThat(remembered).containsExactly(List.of(own.toString()));
    SetEntry entry = model.selectedProperty().get();
    assertThat(entry.isOwn()).isTrue();
    assertThat(DataTexts.shortName(entry)).isEqualTo("mine");
    assertThat(DataTexts.place(entry)).isEqualTo("yours");
    assertThat(entry.stateProperty().get().details())
        .isEqualTo("4 training and 4 test images, 8×8 colour, in 2 classes");
    assertThat(model.examplesProperty().get().classes()).hasSize(2);
    assertThat(model.busyProperty().get()).isFalse();
  }

  @Test
  void rememberedDataAreReadWhenTheyAreLookedAt() throws IOException {
    DataModel model = model(ownFolder().toString());
    SetEntry own = model.entries().get(2);
    assertThat(own.place()).isEqualTo(SetEntry.Place.UNREAD);

    model.selectedProperty().set(own);

    assertThat(own.place()).isEqualTo(SetEntry.Place.HERE);
    assertThat(model.examplesProperty().get()).isNotNull();
  }

  @Test
  void aFolderThatIsNoDataSetIsRefusedAndTheListStays() throws IOException {
    DataModel model = model();
    model.open(Files.createDirectories(folder.resolve("empty")));

    assertThat(model.openProblemProperty().get()).contains("empty").hasLineCount(1);
    assertThat(names(model)).containsExactly("ants", "bees");
    assertThat(remembered).isEmpty();
    model.open(ownFolder());
    assertThat(model.openProblemProperty().get()).isEmpty();
  }

  @Test
  void dataThatAreGoneSaySoAndCanBeTakenOffTheList() {
    String gone = folder.resolve("gone").toString();
    DataModel model = model(gone);
    model.forget();
    assertThat(names(model)).as("a set of the registry stays").hasSize(3);
    model.selectedProperty().set(model.entries().get(2));

    assertThat(model.problemProperty().get()).contains(gone).hasLineCount(1);
    assertThat(model.examplesProperty().get()).isNull();
    model.forget();

    assertThat(names(model)).containsExactly("ants", "bees");
    assertThat(remembered).containsExactly(List.of());
    assertThat(model.selectedProperty().get().name()).isEqualTo("ants");
    assertThat(model.problemProperty().get()).isEmpty();
  }

  @Test
  void aSetThatIsReadTooLateIsNotShown() throws IOException {
    DataModel model = model(waiting::add, Runnable::run, ownFolder().toString());
    read();
    model.selectedProperty().set(model.entries().get(2));
    assertThat(model.busyProperty().get()).isTrue();
    model.selectedProperty().set(model.entries().get(0));
    read();

    assertThat(model.examplesProperty().get()).isNull();
    assertThat(model.busyProperty().get()).isFalse();
  }
}
