package org.rhobust.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rhobust.data.ImageSet;
import org.rhobust.data.augmentation.Augmenter;
import org.rhobust.model.TinyCnn;
import org.rhobust.tensor.OnComputeThread;
import org.rhobust.tensor.Torch;

@ExtendWith(OnComputeThread.class)
class TrainingImagesTest {

  private static final int[] INDICES = {19, 0, 7, 7};
  private static final ImageSet IMAGES = TinyTraining.images();

  @Test
  void bytesOnTheDeviceGiveTheSameValuesAsThoseInJavasMemory() {
    try (TrainingImages resident = new ResidentImages(everyByte(), Device.cpu());
        TrainingImages host = host(everyByte(), List.of(), 0)) {
      assertThat(resident.batch(1, new int[] {3, 0, 1}).toFloatArray())
          .isEqualTo(host.batch(1, new int[] {3, 0, 1}).toFloatArray());
      assertThat(resident.batch(1, new int[] {3, 0, 1}).getShape())
          .isEqualTo(TinyCnn.INPUT.batch(3));
    }
  }

  @Test
  void aBatchLeavesNothingElseBehind() {
    try (TrainingImages resident = new ResidentImages(IMAGES, Device.cpu())) {
      int before = Torch.liveArrays(Device.cpu());
      resident.batch(1, INDICES).close();
      assertThat(Torch.liveArrays(Device.cpu())).isEqualTo(before);
    }
  }

  @Test
  void anAugmentedImageDependsOnSeedEpochAndImageAlone() {
    float[] batch = augmented(1, 1, INDICES);
    assertThat(augmented(1, 1, INDICES)).isEqualTo(batch);
    assertThat(augmented(1, 2, INDICES)).isNotEqualTo(batch);
    assertThat(augmented(2, 1, INDICES)).isNotEqualTo(batch);
    int length = IMAGES.imageLength();
    assertThat(augmented(1, 1, 7)).containsExactly(part(batch, 2 * length, length));
    assertThat(part(batch, 3 * length, length)).containsExactly(part(batch, 2 * length, length));
  }

  private static float[] augmented(long seed, int epoch, int... indices) {
    try (TrainingImages host = host(IMAGES, List.of("crop"), seed)) {
      return host.batch(epoch, indices).toFloatArray();
    }
  }

  private static TrainingImages host(ImageSet images, List<String> names, long seed) {
    return new HostImages(images, new Augmenter(names), seed, Device.cpu());
  }

  /** Four images of 8 x 8 pixels hold each byte once. */
  private static ImageSet everyByte() {
    byte[] pixels = new byte[256];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) i;
    }
    return ImageSet.of("bytes", List.of("a"), 1, 8, 8, pixels, new int[4]);
  }

  private static float[] part(float[] values, int from, int length) {
    return Arrays.copyOfRange(values, from, from + length);
  }
}
