package org.rhobust.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rhobust.data.ByteEdits;
import org.rhobust.data.DataException;

class ModelDirectoryTest {

  @TempDir private Path parent;
  private Path folder;
  private ModelDescription written;

  @BeforeEach
  void write() {
    folder = parent.resolve("model");
    written = ModelDirectory.write(folder, ModelFixture.description(), ModelFixture.weights());
  }

  private String json() throws IOException {
    return Files.readString(folder.resolve("model.json"));
  }

  private AbstractThrowableAssert<?, ?> assertRefused(String json) throws IOException {
    Files.writeString(folder.resolve("model.json"), json);
    return assertThatThrownBy(() -> ModelDirectory.read(folder))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining(folder.resolve("model.json").toString());
  }

  @Test
  void readsWhatItWrote() throws IOException {
    StoredModel read = ModelDirectory.read(folder);
    assertThat(read.description()).isEqualTo(written);
    assertThat(read.description())
        .isEqualTo(
            ModelFixture.description().toBuilder()
                .weightsSha256(
                    Sha256.hex(Files.readAllBytes(folder.resolve("weights.safetensors"))))
                .build());
    assertThat(read.description().figures().keySet())
        .containsExactly("testError", "robustTestError");
    assertThat(read.weights()).containsExactlyEntriesOf(ModelFixture.weights());
    assertThat(parent).isDirectoryNotContaining(path -> !path.equals(folder));
  }

  @Test
  void equalModelsAreEqualFiles() throws IOException {
    String before = json();
    ModelDirectory.write(folder, written, ModelFixture.weights());
    assertThat(json()).isEqualTo(before).startsWith("{\n  \"format\": 1,\n  \"name\"");
  }

  @Test
  void onlyWhatEveryModelHasIsNeeded() {
    ModelDescription least =
        ModelDescription.builder("mine", "lenet", 2, new ImageShape(3, 8, 8)).build();
    ModelDescription stored = ModelDirectory.write(folder, least, ModelFixture.weights());
    assertThat(ModelDirectory.read(folder).description()).isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"format", "name", "network", "classes", "input", "height", "weightsSha256"})
  void namesAMissingKey(String key) throws IOException {
    assertRefused(json().replace("\"" + key + "\"", "\"other\""))
        .hasMessageContaining(key)
        .hasMessageContaining("is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"classes\": 10 | \"classes\": \"ten\" | classes",
        "\"classes\": 10 | \"classes\": 1e1 | classes",
        "\"classes\": 10 | \"classes\": 1 | classes must lie in 2..100000",
        "\"classes\": 10 | \"classes\": 4294967306 | classes",
        "\"height\": 28 | \"height\": 0 | input.height",
        "\"height\": 28 | \"height\": {} | input.height",
        "\"rho\": 12.0 | \"rho\": -1 | transition.rho",
        "\"rho\": 12.0 | \"rho\": 1e999 | transition.rho",
        "\"value\": 0.42 | \"value\": 1.5 | threshold.value",
        "\"testError\": 0.0099 | \"testError\": [] | figures.testError",
        "\"seed\": 9007199254740993 | \"seed\": 9999999999999999999 | seed",
        "\"format\": 1 | \"format\": 2 | format 2 is unknown",
        "\"small\" | \"../../secret\" | network '../../secret' is unknown; use one of small",
        "\"small\" | \"wrn-27-10\" | the depth must be 6n+4",
        "\"small\" | \"wrn-28-100\" | more than 268,435,456 weights",
        "\"small\" | \"mlp-65536-65536\" | more than 268,435,456 weights",
        "\"height\": 28 | \"height\": 1 | too small for network 'small'",
        "\"channels\": 1 | \"channels\": 5000 | input.channels must lie in 1..4096",
      })
  void namesAWrongValue(String old, String changed, String part) throws IOException {
    assertThat(json()).contains(old);
    assertRefused(json().replaceFirst(old, changed)).hasMessageContaining(part);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{", "{} {}", "nonsense", "null"})
  void refusesWhatIsNoJsonObject(String text) throws IOException {
    assertRefused(text).hasMessageContaining("is not a JSON object");
  }

  @Test
  void ignoresUnknownKeysAndNulls() throws IOException {
    String json = json().replace("\"norm\": \"linf\"", "\"future\": [1], \"norm\": null");
    Files.writeString(folder.resolve("model.json"), json);
    assertThat(ModelDirectory.read(folder).description())
        .isEqualTo(written.toBuilder().norm(null).build());
  }

  @Test
  void noticesOtherWeights() {
    Safetensors.write(folder.resolve("weights.safetensors"), ModelFixture.weights(), Map.of());
    assertThatThrownBy(() -> ModelDirectory.read(folder))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContainingAll("weights.safetensors", "SHA-256", written.weightsSha256());
  }

  @Test
  void namesAMissingOrEmptyFile() throws IOException {
    Path weights = folder.resolve("weights.safetensors");
    Files.write(weights, new byte[0]);
    assertThatThrownBy(() -> ModelDirectory.read(folder))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(weights + " is empty (0 bytes)");
    Files.delete(weights);
    assertThatThrownBy(() -> ModelDirectory.read(folder))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(folder + " holds no weights.safetensors")
        .hasMessageContaining("must hold model.json and weights.safetensors");
  }

  @Test
  void refusesToReplaceWhatIsNoModel() throws IOException {
    Path notes = Files.writeString(folder.resolve("notes.txt"), "mine");
    assertThatThrownBy(() -> ModelDirectory.write(folder, written, ModelFixture.weights()))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("notes.txt");
    assertThatThrownBy(() -> ModelDirectory.write(notes, written, ModelFixture.weights()))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("it is a file");
    assertThat(notes).hasContent("mine");
  }

  /** Any key with any value of any type: read, or refused in one line that names the file. */
  @Property(tries = 2000)
  void anyValueIsReadOrRefused(@ForAll("keys") String key, @ForAll("values") String value) {
    ModelDescription description =
        ModelFixture.description().toBuilder().weightsSha256("0".repeat(64)).build();
    String json =
        ModelDescriptionJson.write(description)
            .replaceFirst(
                "\"" + key + "\": (\"[^\"]*\"|[-0-9.]+|\\{[^}]*\\})",
                Matcher.quoteReplacement("\"" + key + "\": " + value));
    try {
      ModelDescriptionJson.read(json.getBytes(StandardCharsets.UTF_8), "model.json");
    } catch (ModelFileException e) {
      assertThat(e.getMessage()).hasLineCount(1).startsWith("model.json").hasSizeLessThan(300);
    }
  }

  @Provide
  Arbitrary<String> keys() {
    return Arbitraries.of(
        "format",
        "name",
        "network",
        "classes",
        "input",
        "channels",
        "height",
        "width",
        "method",
        "transition",
        "family",
        "rho",
        "epsilon",
        "norm",
        "dataset",
        "seed",
        "threshold",
        "tpr",
        "value",
        "figures",
        "weightsSha256");
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.of(
        "null",
        "true",
        "[]",
        "{}",
        "[[[[]]]]",
        "-1",
        "0",
        "1e400",
        "-1e-400",
        "2147483648",
        "99999999999999999999999",
        "0.5",
        "\"\"",
        "\"\\n\\u0000\"",
        "\"../../../etc/passwd\"",
        "\"wrn-1000-100\"",
        "\"wrn-9999999999-1\"",
        "\"mlp-65536-65536-65536\"",
        "\"mlp-99999\"",
        "\"" + "x".repeat(5000) + "\"",
        "{\"channels\": 4096}");
  }

  @Property(tries = 2000)
  void damagedDescriptionsAreReadOrRefused(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 0xFFFFF) Integer> edits) {
    ModelDescription description =
        ModelFixture.description().toBuilder().weightsSha256("0".repeat(64)).build();
    byte[] valid = ModelDescriptionJson.write(description).getBytes(StandardCharsets.UTF_8);
    assertThat(ModelDescriptionJson.read(valid, "model.json")).isEqualTo(description);
    try {
      ModelDescriptionJson.read(ByteEdits.apply(valid, edits), "model.json");
    } catch (ModelFileException e) {
      assertThat(e.getMessage()).hasLineCount(1).startsWith("model.json");
    }
  }
}
