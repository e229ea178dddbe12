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
  private final Path cudart;
  private final Path folder;

  CudaRuntime(JarFile jar, Path cache) throws IOException {
    this.jar = jar;
    String version = version(jar);
    cudart = cache.resolve("cudart-" + version);
    folder = cache.resolve("cuda-" + version);
  }

  /** That of the class path; empty where there is none. */
  static Optional<CudaRuntime> onClassPath(Path cache) throws IOException {
    URL found = CudaRuntime.class.getClassLoader().getResource(PREFIX + CUDART);
    return found != null && found.openConnection() instanceof JarURLConnection connection
        ? Optional.of(new CudaRuntime(connection.getJarFile(), cache))
        : Optional.empty();
  }

  /** Where {@link #unpack} puts the libraries. */
  Path folder() {
    return folder;
  }

  /** What {@link #unpack} will add to the disk. */
  long bytesToUnpack() throws IOException {
    return missing(folder, LIBRARIES);
  }

  /**
   * Unpacks the small library that counts GPUs, as {@code libcudart.so}: DJL looks for this name.
   *
   * @return its folder
   * @throws IOException when the folder cannot be written
   */
  Path unpackCudart() throws IOException {
    unpack(cudart, List.of(CUDART));
    return cudart;
  }

  /**
   * Unpacks the libraries that PyTorch needs, unless they are there, whole or not at all.
   *
   * @throws IOException when the disk is full or the folder cannot be written
   */
  void unpack() throws IOException {
    unpack(folder, LIBRARIES);
  }

  /**
   * Loads the libraries, so that PyTorch's find them by their names.
   *
   * @throws UnsatisfiedLinkError when one cannot be loaded
   */
  void load() {
    LIBRARIES.forEach(name -> System.load(folder.resolve(name).toString()));
  }

  /** Other processes wait for the lock, and then find the work done. */
  private void unpack(Path target, List<String> names) throws IOException {
    Path lock = target.resolveSibling(target.getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      if (missing(target, names) > 0) {
        replace(target, names);
      }
    }
  }

  private void replace(Path target, List<String> names) throws IOException {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    delete(part);
    Files.createDirectories(part);
    try {
      for (String name : names) {
        try (InputStream stream = jar.getInputStream(entry(name))) {
          Files.copy(stream, part.resolve(unpackedName(name)));
        }
      }
      delete(target);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(part);
    }
  }

  /** The bytes of those libraries that are not in the folder, or not whole. */
  private long missing(Path target, List<String> names) throws IOException {
    long bytes = 0;
    for (String name : names) {
      Path file = target.resolve(unpackedName(name));
      long size = entry(name).getSize();
      bytes += Files.isRegularFile(file) && Files.size(file) == size ? 0 : size;
    }
    return bytes;
  }

  private JarEntry entry(String name) throws IOException {
    JarEntry entry = jar.getJarEntry(PREFIX + name);
    if (entry == null || entry.getSize() <= 0 || entry.getSize() > LARGEST_LIBRARY) {
      throw new IOException(jar.getName() + " has no usable " + name);
    }
    return entry;
  }

  private static String unpackedName(String name) {
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
