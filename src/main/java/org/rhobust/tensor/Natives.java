package org.rhobust.tensor;

import ai.djl.util.Utils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Properties;

/**
 * PyTorch's native libraries in one jar of the class path.
 *
 * @param flavor {@code cpu}, or the CUDA version such as {@code cu118}
 * @param properties the file in the jar by which the engine finds it
 * @param folder where the engine unpacks them
 * @param bytes their size when unpacked, 0 where it cannot be told
 */
record Natives(String flavor, URL properties, Path folder, long bytes) {

  private static final String PROPERTIES = "native/lib/pytorch.properties";

  /** Those of the class path, in its order. */
  static List<Natives> onClassPath() {
    List<Natives> found = new ArrayList<>();
    try {
      for (URL url : Collections.list(loader().getResources(PROPERTIES))) {
        found.add(read(url, Utils.getEngineCacheDir("pytorch")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  static Natives read(URL url, Path cache) throws IOException {
    Properties properties = new Properties();
    try (InputStream stream = url.openStream()) {
      properties.load(stream);
    }
    String flavor = properties.getProperty("flavor", "cpu");
    Path folder =
        cache.resolve(
            "%s-%s-%s"
                .formatted(
                    properties.getProperty("version"),
                    flavor,
                    properties.getProperty("classifier")));
    return new Natives(flavor, url, folder, sizeOfJar(url));
  }

  boolean forGpu() {
    return flavor.startsWith("cu");
  }

  /** What unpacking will add to the disk: nothing when the engine has done it before. */
  long bytesToUnpack() {
    return Files.isDirectory(folder) ? 0 : bytes;
  }

  /** The class path as if it held no other natives: so the engine takes these, and no guess. */
  ClassLoader alone() {
    return new ClassLoader(loader()) {
      @Override
      public Enumeration<URL> getResources(String name) throws IOException {
        return name.equals(PROPERTIES)
            ? Collections.enumeration(List.of(properties))
            : super.getResources(name);
      }
    };
  }

  private static ClassLoader loader() {
    return Natives.class.getClassLoader();
  }

  private static long sizeOfJar(URL url) throws IOException {
    return url.openConnection() instanceof JarURLConnection connection
        ? connection.getJarFile().stream().mapToLong(entry -> Math.max(0, entry.getSize())).sum()
        : 0;
  }
}
