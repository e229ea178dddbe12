package org.rhobust.run;

import com.google.gson.Gson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rhobust.data.DataException;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.battery.PartStore;
import org.rhobust.model.Classifier;
import org.rhobust.model.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the parts of an evaluation as files in a folder, each under the hash of all that it depends
 * on: the model's weights, the images, the seed and the attack's settings. So an interrupted
 * evaluation goes on where it was, and an edited battery runs only what is new in it.
 */
public final class PartFolder implements PartStore {

  private static final Logger LOG = LoggerFactory.getLogger(PartFolder.class);

  /** Grows when equal settings no longer give equal numbers. */
  private static final int FORMAT = 1;

  private final Path folder;
  private final String weightsSha256;
  private final Classifier classifier;
  private final ImageSet images;
  private final long seed;

  /**
   * @param folder is made with its first part
   * @param weightsSha256 of the model that is evaluated
   * @param classifier the model itself
   */
  public PartFolder(
      Path folder, String weightsSha256, Classifier classifier, ImageSet images, long seed) {
    this.folder = folder;
    this.weightsSha256 = weightsSha256;
    this.classifier = classifier;
    this.images = images;
    this.seed = seed;
  }

  /** A part that cannot be read is computed again. */
  @Override
  public Optional<Found> load(Batch batch) {
    Path file = file(batch);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(PartFile.read(file, batch.from(), batch.to(), images.imageLength()));
    } catch (DataException e) {
      LOG.warn("{}; it is computed again", e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public void save(Batch batch, Found found) {
    PartFile.write(file(batch), found, images.imageLength());
  }

  private Path file(Batch batch) {
    return folder.resolve(key(batch) + ".npz");
  }

  private String key(Batch batch) {
    Map<String, Object> settings = new TreeMap<>(batch.entry().settings());
    settings.remove("name");
    settings.remove("restarts");
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("format", FORMAT);
    parts.put("model", weightsSha256);
    parts.put("reading", classifier.reading());
    parts.put("classes", classifier.classes());
    parts.put("images", imagesSha256(batch.from(), batch.to()));
    parts.put("from", batch.from());
    parts.put("seed", seed);
    parts.put("settings", settings);
    parts.put("other", batch.entry().attack().fingerprint());
    return Sha256.hex(new Gson().toJson(parts).getBytes(StandardCharsets.UTF_8));
  }

  private String imagesSha256(int from, int to) {
    MessageDigest digest = Sha256.digest();
    for (int i = from; i < to; i++) {
      digest.update((byte) images.label(i));
      for (float value : images.image(i)) {
        digest.update((byte) Math.round(value * 255));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
