package org.rhobust.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rhobust.training.TrainingMethod;

class RunsFolderTest {

  @TempDir private Path runs;
  private RunsFolder folder;
  private Path run;

  @BeforeEach
  void makeARun() throws IOException {
    folder = new RunsFolder(runs);
    run = make("one", 3);
  }

  @Test
  void aRunGetsAnotherName() throws IOException {
    Path renamed = folder.rename(run, " ρ = 12, best ");

    assertThat(renamed).isEqualTo(runs.resolve("ρ = 12, best"));
    assertThat(RunDirectory.open(renamed).readConfig().settings().seed()).isEqualTo(3);
    assertThat(run).doesNotExist();
    assertThat(folder.rename(renamed, "ρ = 12, best")).isEqualTo(renamed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "  ", ".", "..", ".hidden", "a/b", "../away", "a\\b", "a:b", "a\nb", "two"})
  void aNameThatCannotBeUsedChangesNothing(String name) throws IOException {
    make("two", 4);

    assertThatThrownBy(() -> folder.rename(run, name))
        .isInstanceOf(RunException.class)
        .hasMessageContaining("name");
    assertThat(run.resolve("config.json")).exists();
    assertThat(RunDirectory.open(runs.resolve("two")).readConfig().settings().seed()).isEqualTo(4);
  }

  @Test
  void aNoteIsWrittenAndTakenAway() {
    folder.annotate(run, "  diverged at first\nthen not ");
    assertThat(run.resolve("note.txt")).hasContent("diverged at first\nthen not\n");

    folder.annotate(run, " ");
    assertThat(run.resolve("note.txt")).doesNotExist();
    assertThatThrownBy(() -> folder.annotate(run, "x".repeat(20_000)))
        .hasMessageContaining("too long");
  }

  @Test
  void aDeletedRunComesBackWithAllItsFiles() {
    Path trashed = folder.moveToTrash(run);
    assertThat(run).doesNotExist();
    assertThat(folder.trashed()).containsExactly(trashed);

    assertThat(folder.restore(trashed)).isEqualTo(run);
    assertThat(run.resolve("config.json")).exists();
    assertThat(folder.trashed()).isEmpty();
  }

  @Test
  void twoDeletedRunsOfOneNameAreBothKept() throws IOException {
    Path first = folder.moveToTrash(run);
    Path second = folder.moveToTrash(make("one", 5));
    assertThat(folder.trashed()).containsExactlyInAnyOrder(first, second);

    Path restored = folder.restore(second);
    assertThat(RunDirectory.open(restored).readConfig().settings().seed()).isEqualTo(5);
    assertThatThrownBy(() -> folder.restore(first)).hasMessageContaining("already");
    assertThat(first).exists();
  }

  @Test
  void theSecondRunOfANameComesBackBesideTheFirst() throws IOException {
    Path first = folder.moveToTrash(run);
    Path second = folder.moveToTrash(make("one", 5));

    assertThat(folder.restore(first)).isEqualTo(run);
    assertThat(folder.restore(second)).isEqualTo(runs.resolve("one~2"));
    assertThat(folder.trashed()).isEmpty();
  }

  @Test
  void aNoteOfARunThatIsGoneMakesNoFolder() {
    folder.moveToTrash(run);
    assertThatThrownBy(() -> folder.annotate(run, "good"))
        .isInstanceOf(RunException.class)
        .hasMessageContaining("not there any more");
    assertThat(run).doesNotExist();
  }

  @Test
  void onlyEmptyingTheTrashDeletes() {
    Path trashed = folder.moveToTrash(run);
    folder.emptyTrash();

    assertThat(trashed).doesNotExist();
    assertThat(folder.trashed()).isEmpty();
    assertThat(Files.exists(runs)).isTrue();
  }

  private Path make(String name, long seed) throws IOException {
    RunSample.begin(runs.resolve(name), TrainingMethod.NORMAL, 1, seed);
    return runs.resolve(name);
  }
}
