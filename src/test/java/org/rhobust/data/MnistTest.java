package org.rhobust.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MnistTest {

  private final DataSet mnist = DataSets.get("mnist");

  private static int[] histogram(ImageSet set) {
    int[] histogram = new int[set.classes()];
    for (int label : set.labels()) {
      histogram[label]++;
    }
    return histogram;
  }

  @Test
  void holdsTheKnownImages() {
    ImageSet train = mnist.train();
    ImageSet test = mnist.test();
    assertThat(train.size()).isEqualTo(60_000);
    assertThat(test.size()).isEqualTo(10_000);
    assertThat(train.imageLength()).isEqualTo(784);
    assertThat(histogram(train))
        .containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
    assertThat(histogram(test))
        .containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
    assertThat(test.label(0)).isEqualTo(7);
    assertThat(train.first(5).labels()).containsExactly(5, 0, 4, 1, 9);
  }

  @Test
  void imagesHaveTheKnownMean() {
    ImageSet test = mnist.test();
    float[] image = new float[784];
    double sum = 0;
    for (int i = 0; i < test.size(); i++) {
      test.copyImage(i, image, 0);
      for (float value : image) {
        sum += value;
      }
    }
    assertThat(sum / 7_840_000).isBetween(0.1325, 0.1326);
  }

  @Test
  void describesWhatItLoads() {
    ImageSet test = mnist.test();
    assertThat(test.classNames()).isEqualTo(mnist.classNames());
    assertThat(new int[] {test.channels(), test.height(), test.width()})
        .containsExactly(mnist.channels(), mnist.height(), mnist.width());
    assertThat(mnist.test()).isSameAs(test);
  }

  @Test
  void filesHaveTheHashesOfSourceMd() throws IOException, GeneralSecurityException {
    String source = new String(resource("SOURCE.md"), StandardCharsets.UTF_8);
    var rows =
        Pattern.compile("\\| (\\S+\\.gz) \\| ([0-9a-f]{64}) \\|")
            .matcher(source)
            .results()
            .toList();
    assertThat(rows).hasSize(4);
    for (MatchResult row : rows) {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(resource(row.group(1)));
      assertThat(HexFormat.of().formatHex(hash)).as(row.group(1)).isEqualTo(row.group(2));
    }
    assertThat(source.replace('\n', ' ')).contains(mnist.licence(), "Yann LeCun");
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream stream = Mnist.class.getResourceAsStream("mnist/" + name)) {
      return stream.readAllBytes();
    }
  }
}
