package org.rhobust.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rhobust.data.PictureFixture;
import org.rhobust.model.ImageShape;
import org.rhobust.model.TorchScriptClassifier;

class FileKindTest {

  @TempDir Path folder;

  @Test
  void picturesAreKnownByTheirContent() throws IOException {
    Path picture =
        PictureFixture.write(
            folder.resolve("a.png"), BufferedImage.TYPE_BYTE_GRAY, 4, 4, (x, y) -> 40 * x);
    Path unnamed = Files.copy(picture, folder.resolve("no ending"));

    assertThat(FileKind.of(picture)).isEqualTo(FileKind.PICTURE);
    assertThat(FileKind.of(unnamed)).isEqualTo(FileKind.PICTURE);
    assertThat(FileKind.of(write("text.png", "no picture"))).isEqualTo(FileKind.UNKNOWN);
  }

  @Test
  void foldersAreKnownByTheirFiles() throws IOException {
    write("model/model.json", "{}");
    write("begun/config.json", "{}");
    write("copied/metrics.csv", "step");
    write("ended/final/model.json", "{}");
    Files.createDirectories(folder.resolve("empty"));

    assertThat(FileKind.of(folder.resolve("model"))).isEqualTo(FileKind.MODEL);
    assertThat(FileKind.of(folder.resolve("begun"))).isEqualTo(FileKind.RUN);
    assertThat(FileKind.of(folder.resolve("copied"))).isEqualTo(FileKind.RUN);
    assertThat(FileKind.of(folder.resolve("ended"))).isEqualTo(FileKind.RUN);
    assertThat(FileKind.of(folder.resolve("empty"))).isEqualTo(FileKind.UNKNOWN);
  }

  @Test
  void aFolderOfPicturesByClassIsData() {
    for (String part : new String[] {"train/a", "train/b", "test/a", "test/b"}) {
      PictureFixture.write(
          folder.resolve("own/" + part + "/1.png"),
          BufferedImage.TYPE_BYTE_GRAY,
          4,
          4,
          (x, y) -> 40 * x);
    }

    assertThat(FileKind.of(folder.resolve("own"))).isEqualTo(FileKind.DATA);
  }

  @Test
  void torchScriptIsAnArchiveOfItsName() throws IOException {
    Path file = folder.resolve("net.pt");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("net/code/x.py"));
    }

    assertThat(FileKind.of(file)).isEqualTo(FileKind.TORCH_SCRIPT);
    assertThat(FileKind.of(write("broken.pt", "text"))).isEqualTo(FileKind.UNKNOWN);
    assertThat(FileKind.of(Files.copy(file, folder.resolve("some.zip"))))
        .isEqualTo(FileKind.UNKNOWN);
  }

  @Test
  void whatIsNotThereIsNothing() {
    assertThat(FileKind.of(folder.resolve("lost"))).isEqualTo(FileKind.UNKNOWN);
    assertThat(FileKind.of(folder.resolve("lost.npz"))).isEqualTo(FileKind.UNKNOWN);
  }

  @Test
  void recentFilesSurviveBeingKept() {
    RecentFile script =
        RecentFile.torchScript(
            folder.resolve("a|b.pt"),
            new TorchScriptDialog.Answer(
                10, new ImageShape(3, 32, 32), TorchScriptClassifier.Output.LOGITS));
    RecentFile run = RecentFile.of(FileKind.RUN, folder);

    assertThat(RecentFile.parse(script.text())).contains(script);
    assertThat(RecentFile.parse(run.text())).contains(run);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "MODEL",
        "MODEL||relative",
        "UNKNOWN||/a",
        "TORCH_SCRIPT||/a",
        "TORCH_SCRIPT|1,1x2x2,AUTO|/a",
        "TORCH_SCRIPT|x,1x2x2,AUTO|/a",
        "MODEL|10,1x2x2,AUTO|/a",
        "MODEL||/a\u0000b",
        "NOTHING||/a"
      })
  void aKeptTextThatSaysNothingIsLeftOut(String text) {
    assertThat(RecentFile.parse(text)).isEmpty();
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, Arrays.asList(text));
  }
}
