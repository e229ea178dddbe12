package org.rhobust.tensor;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The part of NVIDIA's CUDA runtime and cuDNN that PyTorch needs, from a jar of the class path. It
 * is unpacked once, so that the driver is all that a machine must have. The jar holds several times
 * as much, none of which is unpacked.
 */
final class CudaRuntime {

  /** In the order in which each finds those it needs already loaded. */
  static final List<String> LIBRARIES =
      List.of(
          "libcublasLt.so.11",
          "libcublas.so.11",
          "libcudnn_ops_infer.so.8",
          "libcudnn_cnn_infer.so.8",
          "libcudnn_adv_infer.so.8",
          "libcudnn_ops_train.so.8",
          "libcudnn_cnn_train.so.8",
          "libcudnn_adv_train.so.8",
          "libcudnn.so.8");

  private static final String CUDART = "libcudart.so.11.0";
  private static final String PREFIX = "org/bytedeco/cuda/linux-x86_64/";
  private static final String VERSION = "META-INF/maven/org.bytedeco/cuda/pom.properties";
  private static final long LARGEST_LIBRARY = 1L << 30;

  private final JarFile jar;
  private final Path folder;

  CudaRuntime(JarFile jar, Path cache) throws IOException {
    this.jar = jar;
    folder = cache.resolve("cuda-" + version(jar));
  }

  /** That of the class path; empty where there is none. */
  static Optional<CudaRuntime> onClassPath(Path cache) throws IOException {
    URL found = CudaRuntime.class.getClassLoader().getResource(PREFIX + CUDART);
    return found != null && found.openConnection() instanceof JarURLConnection connection
        ? Optional.of(new CudaRuntime(connection.getJarFile(), cache))
        : Optional.empty();
  }

  /** Where the libraries are once they are unpacked; {@code libcudart.so} goes by this name. */
  Path folder() {
    return folder;
  }

  /** What {@link #unpack} will add to the disk. */
  long bytesToUnpack() throws IOException {
    long bytes = 0;
    for (JarEntry library : libraries()) {
      bytes += isUnpacked(library) ? 0 : library.getSize();
    }
    return bytes;
  }

  /**
   * Unpacks the libraries unless they are there, whole or not at all. Other processes wait.
   *
   * @throws IOException when the disk is full or the folder cannot be written
   */
  void unpack() throws IOException {
    Path lock = folder.resolveSibling(folder.getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      if (bytesToUnpack() > 0) {
        replaceFolder();
      }
    }
  }

  /**
   * Loads the libraries, so that PyTorch's find them by their names.
   *
   * @throws UnsatisfiedLinkError when one cannot be loaded
   */
  void load() {
    LIBRARIES.forEach(name -> System.load(folder.resolve(name).toString()));
  }

  private void replaceFolder() throws IOException {
    Path part = folder.resolveSibling(folder.getFileName() + ".part");
    delete(part);
    Files.createDirectories(part);
    try {
      for (JarEntry library : libraries()) {
        try (InputStream stream = jar.getInputStream(library)) {
          Files.copy(stream, part.resolve(unpackedName(library)));
        }
      }
      delete(folder);
      Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(part);
    }
  }

  private List<JarEntry> libraries() throws IOException {
    List<JarEntry> entries = new ArrayList<>();
    for (String name : Stream.concat(LIBRARIES.stream(), Stream.of(CUDART)).toList()) {
      JarEntry entry = jar.getJarEntry(PREFIX + name);
      if (entry == null || entry.getSize() < 0 || entry.getSize() > LARGEST_LIBRARY) {
        throw new IOException(jar.getName() + " has no usable " + name);
      }
      entries.add(entry);
    }
    return entries;
  }

  private boolean isUnpacked(JarEntry library) throws IOException {
    Path file = folder.resolve(unpackedName(library));
    return Files.isRegularFile(file) && Files.size(file) == library.getSize();
  }

  /** DJL looks for CUDA by the name {@code cudart} alone. */
  private static String unpackedName(JarEntry library) {
    String name = library.getName().substring(PREFIX.length());
    return name.equals(CUDART) ? "libcudart.so" : name;
  }

  private static String version(JarFile jar) throws IOException {
    JarEntry entry = jar.getJarEntry(VERSION);
    Properties properties = new Properties();
    if (entry != null) {
      try (InputStream stream = jar.getInputStream(entry)) {
        properties.load(stream);
      }
    }
    String version = properties.getProperty("version", "");
    if (!version.matches("[0-9][0-9a-z.-]{0,40}")) {
      throw new IOException(jar.getName() + " does not tell its version in " + VERSION);
    }
    return version;
  }

  private static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> files = Files.walk(tree)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
