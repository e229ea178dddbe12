package org.rhobust.tensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The CUDA runtime that comes with a libtorch of the user's own. */
final class GivenLibtorch {

  private GivenLibtorch() {}

  /**
   * A folder where the runtime's library that counts GPUs goes by the name that DJL looks for;
   * empty where libtorch brings none.
   *
   * @throws NoGpuException when it cannot be read or linked
   */
  static Optional<Path> linkedCudart(Path libtorch, Path cache) throws NoGpuException {
    try {
      Optional<Path> cudart = cudart(libtorch);
      return cudart.isPresent() ? Optional.of(link(cudart.get(), cache)) : Optional.empty();
    } catch (IOException | UncheckedIOException | UnsupportedOperationException e) {
      throw new NoGpuException(
          "libcudart of %s could not be linked into %s: %s; set DJL_CACHE_DIR to another folder"
              .formatted(libtorch, cache, e.getMessage()),
          e);
    }
  }

  /** Beside libtorch in its own download; in a folder of its own in a Python environment. */
  static Optional<Path> cudart(Path libtorch) throws IOException {
    Path folder = libtorch.toAbsolutePath().normalize();
    for (Path place : new Path[] {folder, folder.resolve("../../nvidia/cuda_runtime/lib")}) {
      if (Files.isDirectory(place)) {
        try (Stream<Path> files = Files.list(place)) {
          Optional<Path> found =
              files
                  .filter(file -> file.getFileName().toString().matches("libcudart.*\\.so.*"))
                  .sorted()
                  .findFirst();
          if (found.isPresent()) {
            return found.map(Path::normalize);
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * A folder where the library goes by the name that DJL looks for, {@code libcudart.so}.
   *
   * @throws IOException when the link cannot be made
   */
  static Path link(Path cudart, Path cache) throws IOException {
    String hash = Integer.toHexString(cudart.toString().hashCode());
    Path folder = Files.createDirectories(cache.resolve("cudart-" + hash));
    try {
      Files.createSymbolicLink(folder.resolve("libcudart.so"), cudart);
    } catch (FileAlreadyExistsException e) {
      // The same link from an earlier start: the folder's name holds its target.
    }
    return folder;
  }
}
