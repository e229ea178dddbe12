package org.rhobust.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {

  private static final byte[] CONTENT = new byte[3_000_000];

  static {
    new Random(1).nextBytes(CONTENT);
  }

  @TempDir private Path folder;

  private Path target() {
    return folder.resolve("data.bin");
  }

  private Path part() {
    return folder.resolve("data.bin.part");
  }

  private Download of(RemoteFile... files) {
    return Download.ofFiles(folder, List.of(files));
  }

  private static void run(Download download) {
    download.run((bytes, total) -> {}, () -> false);
  }

  private void assertRefused(RemoteFile file, String... words) {
    assertThatThrownBy(() -> run(of(file)))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll(words)
        .hasMessageContaining(file.address().toString())
        .hasMessageContaining(folder.toString())
        .message()
        .hasLineCount(1);
    assertThat(target()).doesNotExist();
  }

  @Test
  void bringsAFile() {
    try (FileServer server = new FileServer(CONTENT)) {
      Download download = of(server.file());
      List<Long> heard = new ArrayList<>();
      assertThat(download.present()).isFalse();

      download.run(
          (bytes, total) -> {
            assertThat(total).isEqualTo(CONTENT.length);
            heard.add(bytes);
          },
          () -> false);

      assertThat(target()).hasBinaryContent(CONTENT);
      assertThat(part()).doesNotExist();
      assertThat(download.present()).isTrue();
      assertThat(heard).isSorted().endsWith((long) CONTENT.length);
    }
  }

  @Test
  void asksForNothingThatIsThere() {
    try (FileServer server = new FileServer(CONTENT)) {
      run(of(server.file()));
      run(of(server.file()));

      assertThat(server.ranges()).hasSize(1);
    }
  }

  @Test
  void goesOnAfterACut() {
    try (FileServer server = new FileServer(CONTENT).cutAfter(1_000_000)) {
      assertRefused(server.file(), "try again");
      long arrived = part().toFile().length();
      assertThat(arrived).isBetween(1L, 1_000_000L);

      server.cutAfter(Integer.MAX_VALUE);
      run(of(server.file()));

      assertThat(target()).hasBinaryContent(CONTENT);
      assertThat(server.ranges()).containsExactly("", "bytes=%d-".formatted(arrived));
    }
  }

  @Test
  void noticesACutWhereTheServerSaysNoLength() {
    try (FileServer server = new FileServer(CONTENT).withoutLength().cutAfter(1_000_000)) {
      assertRefused(server.file(), "it ended after 1000000 of 3000000 bytes");
    }
  }

  @Test
  void startsAnewWhereTheServerKnowsNoRanges() throws IOException {
    Files.write(part(), Arrays.copyOf(CONTENT, 1_234_567));
    try (FileServer server = new FileServer(CONTENT).withoutRanges()) {
      run(of(server.file()));

      assertThat(server.ranges()).containsExactly("bytes=1234567-");
      assertThat(target()).hasBinaryContent(CONTENT);
    }
  }

  @Test
  void takesAPartThatIsWholeWithoutAsking() throws IOException {
    Files.write(part(), CONTENT);
    try (FileServer server = new FileServer(CONTENT)) {
      run(of(server.file()));

      assertThat(server.ranges()).isEmpty();
      assertThat(target()).hasBinaryContent(CONTENT);
    }
  }

  @Test
  void startsAnewAfterAPartThatIsTooLong() throws IOException {
    Files.write(part(), new byte[CONTENT.length + 1]);
    try (FileServer server = new FileServer(CONTENT)) {
      run(of(server.file()));

      assertThat(target()).hasBinaryContent(CONTENT);
    }
  }

  @Test
  void refusesAnotherFileOfTheSameSizeAndForgetsIt() {
    try (FileServer server = new FileServer(CONTENT)) {
      RemoteFile published =
          new RemoteFile(server.address(), CONTENT.length, FileServer.md5(new byte[1]));
      assertRefused(published, "MD5");
      assertThat(part()).isEmptyFile();
    }
  }

  @Test
  void stopsAnAnswerThatIsTooLong() {
    try (FileServer server = new FileServer(CONTENT).withoutLength()) {
      RemoteFile published = new RemoteFile(server.address(), 500_000, FileServer.md5(CONTENT));
      assertRefused(published, "longer than the published 500000 bytes");
      assertThat(part()).isEmptyFile();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 503})
  void tellsTheServersStatusAndKeepsWhatArrived(int status) throws IOException {
    byte[] arrived = Arrays.copyOf(CONTENT, 1_000_000);
    Files.write(part(), arrived);
    try (FileServer server = new FileServer(CONTENT).answering(status)) {
      assertRefused(server.file(), "the server answers " + status);
      assertThat(part()).hasBinaryContent(arrived);

      server.answering(200);
      run(of(server.file()));

      assertThat(server.ranges()).containsExactly("bytes=1000000-", "bytes=1000000-");
      assertThat(target()).hasBinaryContent(CONTENT);
    }
  }

  @Test
  void startsAnewAfterAPartThatTheServerDoesNotHave() throws IOException {
    Files.write(part(), new byte[10]);
    try (FileServer server = new FileServer(CONTENT).answering(416)) {
      assertRefused(server.file(), "the server answers 416");
      assertThat(part()).isEmptyFile();
    }
  }

  @Test
  void tellsThatThereIsNoConnection() {
    URI closed;
    try (FileServer server = new FileServer(CONTENT)) {
      closed = server.address();
    }
    assertRefused(
        new RemoteFile(closed, 5, FileServer.md5(CONTENT)), "there is no connection", "by hand");
  }

  @Test
  void endsWithinASecondWhenCancelledAndKeepsWhatArrived() throws IOException {
    Files.write(part(), Arrays.copyOf(CONTENT, 10));
    try (FileServer server = new FileServer(CONTENT).silent()) {
      AtomicLong asked = new AtomicLong();

      assertThatThrownBy(
              () -> of(server.file()).run((b, t) -> {}, () -> asked.incrementAndGet() > 2))
          .isInstanceOf(CancellationException.class);

      assertThat(asked).hasValue(3);
      assertThat(part()).hasSize(10);
      assertThat(target()).doesNotExist();
    }
  }

  @Test
  void unpacksAnArchiveAndDeletesIt() throws IOException {
    byte[] archive = TarFixture.gzipped(Map.of("inside/a.bin", new byte[7], "b.bin", new byte[9]));
    try (FileServer server = new FileServer(archive)) {
      Download download =
          Download.ofArchive(folder, server.file(), Map.of("a.bin", 7L, "b.bin", 9L));

      run(download);

      assertThat(download.present()).isTrue();
      assertThat(folder.resolve("a.bin")).hasSize(7);
      assertThat(folder).isDirectoryNotContaining("glob:**data*");
    }
  }

  @Test
  void takesAnArchiveThatWasPutThereByHand() throws IOException {
    byte[] archive = TarFixture.gzipped(Map.of("a.bin", new byte[7]));
    Files.write(target(), archive);
    try (FileServer server = new FileServer(archive)) {
      run(Download.ofArchive(folder, server.file(), Map.of("a.bin", 7L)));

      assertThat(server.ranges()).isEmpty();
      assertThat(folder.resolve("a.bin")).hasSize(7);
    }
  }

  @Test
  void refusesAnArchiveByHandThatIsNotThePublishedOne() throws IOException {
    byte[] archive = TarFixture.gzipped(Map.of("a.bin", new byte[7]));
    Files.write(target(), archive);
    RemoteFile published =
        new RemoteFile(
            URI.create("http://localhost/data.bin"), archive.length, FileServer.md5(CONTENT));

    assertThatThrownBy(() -> run(Download.ofArchive(folder, published, Map.of("a.bin", 7L))))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll(target().toString(), "MD5", "delete it");
  }
}
