package org.rhobust.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rhobust.data.ByteEdits;
import org.rhobust.data.DataException;

class SafetensorsTest {

  private static final String TENSOR = "'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}";
  private static final byte[] VALID = encode(tensors(), Map.of("format", "pt"));

  private static Map<String, WeightTensor> tensors() {
    Map<String, WeightTensor> tensors = new LinkedHashMap<>();
    tensors.put(
        "z.weight",
        WeightTensor.of(new long[] {2, 3}, new float[] {1, -0f, Float.MIN_VALUE, 4, 5, 6}));
    tensors.put("empty", WeightTensor.of(new long[] {0, 4}, new float[0]));
    tensors.put("a.bias", WeightTensor.of(new long[0], new float[] {Float.NaN}));
    return tensors;
  }

  private static byte[] encode(Map<String, WeightTensor> tensors, Map<String, String> metadata) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Safetensors.write(bytes, tensors, metadata);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] file(String header, int dataLength) {
    byte[] text = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + text.length + dataLength)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(text.length)
        .put(text)
        .array();
  }

  private static Safetensors read(byte[] bytes) {
    return Safetensors.read(new ByteArrayInputStream(bytes), "some.safetensors");
  }

  private static void assertRefused(byte[] bytes, String part) {
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContainingAll("some.safetensors", part)
        .message()
        .hasLineCount(1);
  }

  @Test
  void writesTheBytesOfTheFormat() {
    byte[] bytes =
        encode(
            Map.of("a", WeightTensor.of(new long[] {2}, new float[] {1f, -2f})),
            Map.of("format", "pt"));
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int length = (int) buffer.getLong();
    assertThat(length % 8).isZero();
    assertThat(new String(bytes, 8, length, StandardCharsets.UTF_8).stripTrailing())
        .isEqualTo(("{'__metadata__':{'format':'pt'}," + TENSOR + "}").replace('\'', '"'));
    assertThat(bytes).hasSize(8 + length + 8);
    assertThat(buffer.getFloat(8 + length)).isEqualTo(1f);
    assertThat(buffer.getFloat(8 + length + 4)).isEqualTo(-2f);
  }

  @Test
  void roundTripIsByteIdentical() {
    Safetensors read = read(VALID);
    assertThat(read.metadata()).containsExactly(Map.entry("format", "pt"));
    assertThat(read.tensors()).containsExactlyEntriesOf(tensors());
    assertThat(encode(read.tensors(), read.metadata())).isEqualTo(VALID);
  }

  @Property(tries = 200)
  void anyTensorsRoundTrip(@ForAll @Size(max = 5) Map<String, @Size(max = 40) float[]> values) {
    Map<String, WeightTensor> tensors = new LinkedHashMap<>();
    values.forEach(
        (name, array) -> {
          if (StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            tensors.put(name, WeightTensor.of(new long[] {1, array.length}, array));
          }
        });
    byte[] bytes = encode(tensors, Map.of());
    assertThat(read(bytes).tensors()).isEqualTo(tensors);
    assertThat(encode(read(bytes).tensors(), Map.of())).isEqualTo(bytes);
  }

  @Test
  void manyValuesRoundTrip() {
    float[] values = new float[40_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i / 3f;
    }
    Map<String, WeightTensor> tensors = Map.of("w", WeightTensor.of(new long[] {200, 200}, values));
    assertThat(read(encode(tensors, Map.of())).tensors()).isEqualTo(tensors);
  }

  @Test
  void writesAndReadsAFile(@TempDir Path folder) {
    Path file = folder.resolve("w.safetensors");
    Safetensors.write(file, tensors(), Map.of());
    assertThat(Safetensors.read(file).tensors()).isEqualTo(tensors());
  }

  @Test
  void refusesToWriteATensorInPlaceOfTheMetadata() {
    Map<String, WeightTensor> tensors = Map.of("__metadata__", tensors().get("empty"));
    assertThatThrownBy(() -> encode(tensors, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'a':{'dtype':'I32','shape':[2],'data_offsets':[0,8]}} | tensor \"a\" has the type \"I32\"",
        "{'a':{'dtype':7,'shape':[2],'data_offsets':[0,8]}} | dtype is not text",
        "{'a':{'shape':[2],'data_offsets':[0,8]}} | lacks one of",
        "{'a':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}} | shape is not a list of whole",
        "{'a':{'dtype':'F32','shape':[2.0],'data_offsets':[0,8]}} | shape is not a list of whole",
        "{'a':{'dtype':'F32','shape':['2'],'data_offsets':[0,8]}} | shape is not a list of whole",
        "{'a':{'dtype':'F32','shape':[NaN],'data_offsets':[0,8]}} | not the JSON",
        "{'a':{'dtype':'F32','shape':[1e400],'data_offsets':[0,8]}} | shape is not a list of whole",
        "{'a':{'dtype':'F32','shape':[4611686018427387904,4],'data_offsets':[0,8]}} | shape is not",
        "{'a':{'dtype':'F32','shape':[461168601842738790,461168601842738790],'data_offsets':[0,8]}} | too large",
        "{'a':{'dtype':'F32','shape':[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,2],'data_offsets':[0,8]}} | more than 16",
        "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}} | its shape holds 3 values, its data_offsets 8 bytes",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}} | not a begin and an end",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,4,8]}} | not a begin and an end",
        "{'a':{'dtype':'F32','shape':[4],'data_offsets':[0,16]}} | ends at byte 16, but there are 8",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | begins at byte 4, where 0",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}} | 4 bytes follow the last tensor",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | begins at byte 4, where 8",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'a':{'dtype':'F32','shape':[0],'data_offsets':[8,8]}} | \"a\" stands in the header twice",
        "{'a':{'dtype':'F32','dtype':'F32','shape':[2],'data_offsets':[0,8]}} | dtype stands there twice",
        "{'__metadata__':{'k':1}} | metadata \"k\" is not text",
        "{'__metadata__':{},'__metadata__':{}} | __metadata__ stands in the header twice",
        "{'a\\nb':{'dtype':'U8','shape':[1],'data_offsets':[0,8]}} | \"a?b\" has the type",
        "{'a':[]} | not the JSON",
        "{} {} | not the JSON",
        "[] | does not begin with {",
        "{'a':  | not the JSON",
      })
  void refusesABrokenHeader(String header, String part) {
    assertRefused(file(header, 8), part);
  }

  /** 1, −2, the smallest subnormal half, and ∞ in each type; bfloat16 has no such small number. */
  @ParameterizedTest
  @CsvSource({
    "F64,3ff0000000000000 c000000000000000 3e70000000000000 7ff0000000000000,5.9604645E-8",
    "F16,3c00 c000 0001 7c00,5.9604645E-8",
    "BF16,3f80 c000 3380 7f80,5.9604645E-8"
  })
  void otherFloatsBecomeFloat32(String type, String values, float third) {
    byte[] data = littleEndian(values);
    String header =
        "{'a':{'dtype':'%s','shape':[4],'data_offsets':[0,%d]}}".formatted(type, data.length);
    byte[] file = file(header, data.length);
    System.arraycopy(data, 0, file, file.length - data.length, data.length);
    assertThat(read(file).tensors().get("a").values())
        .containsExactly(1, -2, third, Float.POSITIVE_INFINITY);
  }

  private static byte[] littleEndian(String values) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String value : values.split(" ")) {
      byte[] big = HexFormat.of().parseHex(value);
      for (int i = big.length - 1; i >= 0; i--) {
        bytes.write(big[i]);
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void countersOfBatchesAreLeftOut() {
    String counter = "'%s':{'dtype':'I64','shape':[],'data_offsets':[8,16]}";
    byte[] file = file("{" + TENSOR + "," + counter.formatted("bn.num_batches_tracked") + "}", 16);
    assertThat(read(file).tensors()).containsOnlyKeys("a");
    assertRefused(
        file("{" + TENSOR + "," + counter.formatted("step") + "}", 16), "has the type \"I64\"");
  }

  @Test
  void refusesAHeaderLengthThatTheFileDoesNotHave() {
    byte[] bytes = file("{" + TENSOR + "}", 8);
    assertThat(read(bytes).tensors()).containsOnlyKeys("a");
    for (long length : new long[] {0, -1, bytes.length - 7, Long.MAX_VALUE, Long.MIN_VALUE}) {
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
      assertRefused(bytes, "header length " + Long.toUnsignedString(length));
    }
  }

  @Test
  void refusesDeeplyNestedJson() {
    assertRefused(file("{'a':{'x':" + "[".repeat(100_000), 0), "not the JSON");
  }

  @Test
  void namesAnEmptyFile() {
    assertThatThrownBy(() -> read(new byte[0]))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("some.safetensors is empty (0 bytes)");
  }

  @Example
  void everyShorterOrLongerFileIsRefused() {
    for (int length = 1; length < VALID.length + 9; length++) {
      if (length != VALID.length) {
        assertRefused(ByteEdits.cut(VALID, length), ";");
      }
    }
  }

  @Property(tries = 3000)
  void damageNeverThrowsAnythingElse(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 0xFFFFF) Integer> edits) {
    assertReadOrRefused(ByteEdits.apply(VALID, edits));
  }

  @Property(tries = 3000)
  void anyHeaderIsReadOrRefused(@ForAll("headers") String header) {
    assertReadOrRefused(file(header, 8));
  }

  @Provide
  Arbitrary<String> headers() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "'a'",
            "'dtype'",
            "'F32'",
            "'F64'",
            "'BF16'",
            "'I64'",
            "'x.num_batches_tracked'",
            "'shape'",
            "'data_offsets'",
            "'__metadata__'",
            "0",
            "8",
            "-1",
            "1e999",
            "99999999999999999999",
            "null",
            "true",
            "[0,8]",
            "[2]",
            TENSOR,
            "\\",
            "\0",
            "\uFEFF",
            " ")
        .list()
        .ofMaxSize(12)
        .map(tokens -> "{" + String.join("", tokens) + "}");
  }

  private static void assertReadOrRefused(byte[] bytes) {
    Safetensors read;
    try {
      read = read(bytes);
    } catch (ModelFileException e) {
      assertThat(e.getMessage()).hasLineCount(1);
      return;
    }
    read.tensors()
        .values()
        .forEach(tensor -> assertThat(WeightTensor.count(tensor.shape())).isEqualTo(tensor.size()));
  }
}
