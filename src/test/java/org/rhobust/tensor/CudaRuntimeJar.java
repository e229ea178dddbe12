package org.rhobust.tensor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/** A small jar in the shape of the CUDA runtime's: each library holds its own name. */
final class CudaRuntimeJar {

  private final String version;
  private final List<String> libraries = new ArrayList<>(CudaRuntime.LIBRARIES);

  CudaRuntimeJar(String version) {
    this.version = version;
    libraries.addAll(List.of("libcudart.so.11.0", "libcufft.so.10"));
  }

  CudaRuntimeJar without(String library) {
    libraries.remove(library);
    return this;
  }

  CudaRuntime runtime(Path cache) throws IOException {
    Path file = Files.createTempFile(cache, "redist", ".jar");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
      add(jar, "META-INF/maven/org.bytedeco/cuda/pom.properties", "version=" + version);
      for (String library : libraries) {
        add(jar, "org/bytedeco/cuda/linux-x86_64/" + library, library);
      }
    }
    return new CudaRuntime(new JarFile(file.toFile()), cache);
  }

  private static void add(JarOutputStream jar, String name, String content) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(content.getBytes(StandardCharsets.US_ASCII));
    jar.closeEntry();
  }
}
