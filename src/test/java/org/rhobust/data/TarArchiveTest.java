package org.rhobust.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarArchiveTest {

  private static final Map<String, Long> MEMBERS = Map.of("a.bin", 3000L);

  @TempDir private Path root;

  private static void unpack(Path root, byte[] archive) throws IOException {
    Path file = Files.write(root.resolve("x.tar.gz"), archive);
    Path folder = Files.createDirectories(root.resolve("inner/folder"));
    TarArchive.unpack(file, folder, MEMBERS, () -> false);
  }

  private static List<String> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private void assertRefused(byte[] archive, String... words) throws IOException {
    assertThatThrownBy(() -> unpack(root, archive))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll(words)
        .hasMessageContaining("x.tar.gz")
        .message()
        .hasLineCount(1);
    assertThat(files(root)).containsExactly("x.tar.gz");
  }

  @Test
  void writesNothingButTheMembersWhateverTheirPlaceInTheArchive() throws IOException {
    unpack(
        root,
        TarFixture.gzipped(
            Map.of(
                "../../../escaped.bin", new byte[10],
                "/absolute.bin", new byte[10],
                "../../a.bin", new byte[3000])));

    assertThat(files(root)).containsExactly("inner/folder/a.bin", "x.tar.gz");
  }

  @Test
  void namesAMissingMember() throws IOException {
    assertRefused(TarFixture.gzipped(Map.of("b.bin", new byte[3000])), "does not hold a.bin");
  }

  @Test
  void refusesAMemberOfAnotherSize() throws IOException {
    assertRefused(
        TarFixture.gzipped(Map.of("a.bin", new byte[3001])), "a.bin has 3001 bytes, not 3000");
  }

  @Test
  void refusesACutOrNoArchive() throws IOException {
    byte[] whole = TarFixture.gzipped(Map.of("a.bin", new byte[3000]));
    assertRefused(Arrays.copyOf(whole, whole.length / 2), "is damaged");
    assertRefused("no archive".getBytes(), "is damaged");
    assertRefused(new byte[0], "is damaged");
  }

  @Property(tries = 300)
  void damageNeverThrowsAnythingElse(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 0xFFFFF) Integer> edits)
      throws IOException {
    byte[] tar = TarFixture.plain(Map.of("a.bin", new byte[3000]));
    Path folder = Files.createTempDirectory("tar");
    try {
      unpack(folder, IdxFixture.gzip(ByteEdits.apply(tar, edits)));
      assertThat(folder.resolve("inner/folder/a.bin")).hasSize(3000);
    } catch (DataException e) {
      assertThat(e.getMessage()).hasLineCount(1);
    } finally {
      AtomicFiles.deleteTree(folder);
    }
  }
}
