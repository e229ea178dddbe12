package org.rhobust.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSourceTest {

  @TempDir private Path folder;
  private Path model;
  private URLClassLoader loader;
  private SampleModels samples;

  @BeforeEach
  void packIntoAJar() throws IOException {
    model = folder.resolve("model");
    ModelDirectory.write(model, ModelFixture.description(), ModelFixture.weights());
    Path jar = folder.resolve("program.jar");
    try (JarOutputStream stream = new JarOutputStream(Files.newOutputStream(jar))) {
      add(stream, "index.txt", "toy\n\nlost\n".getBytes(StandardCharsets.UTF_8));
      for (String file : new String[] {"model.json", "weights.safetensors"}) {
        add(stream, "toy/" + file, Files.readAllBytes(model.resolve(file)));
      }
    }
    loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
    samples = new SampleModels(loader);
  }

  @AfterEach
  void close() throws IOException {
    loader.close();
  }

  private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
    jar.putNextEntry(new JarEntry("sample-models/" + name));
    jar.write(content);
    jar.closeEntry();
  }

  @Test
  void opensASampleFromAJar() {
    assertThat(samples.names()).containsExactly("toy", "lost");
    StoredModel sample = ModelSource.resolve("toy", samples);
    StoredModel same = ModelDirectory.read(model);
    assertThat(sample.description()).isEqualTo(same.description());
    assertThat(sample.weights()).isEqualTo(same.weights());
  }

  @Test
  void opensAFolder() {
    assertThat(ModelSource.resolve(model.toString(), samples))
        .isEqualTo(ModelDirectory.read(model));
  }

  @Test
  void listsTheSamplesForAnUnknownName() {
    for (String name : new String[] {"none", "", "a\0b", folder.toString()}) {
      assertThatThrownBy(() -> ModelSource.resolve(name, samples))
          .isInstanceOf(ModelFileException.class)
          .hasMessageContainingAll("there is no model", "toy, lost", "model.json")
          .message()
          .hasLineCount(1);
    }
    assertThatThrownBy(() -> samples.open("none")).hasMessageContaining("toy, lost");
  }

  @Test
  void namesAFileThatTheProgramLacks() {
    assertThatThrownBy(() -> ModelSource.resolve("lost", samples))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("sample-models/lost/model.json is missing");
  }

  @Test
  void everyShippedModelOpens() {
    SampleModels shipped = SampleModels.shipped();
    for (String name : shipped.names()) {
      assertThat(ModelSource.resolve(name).description().name()).isEqualTo(name);
    }
  }
}
