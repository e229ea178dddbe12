package org.rhobust.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BatchesTest {

  @Property
  void areAPermutationInBatchesOfAtLeastTwo(
      @ForAll @IntRange(min = 2, max = 500) int count,
      @ForAll @IntRange(min = 2, max = 600) int batchSize,
      @ForAll long seed) {
    int[][] batches = Batches.shuffled(count, batchSize, seed);
    assertThat(Arrays.stream(batches).flatMapToInt(Arrays::stream).sorted().toArray())
        .isEqualTo(IntStream.range(0, count).toArray());
    for (int b = 0; b < batches.length - 1; b++) {
      assertThat(batches[b]).hasSize(batchSize);
    }
    assertThat(batches[batches.length - 1].length).isBetween(2, batchSize + 1);
    assertThat(Batches.shuffled(count, batchSize, seed)).isDeepEqualTo(batches);
  }

  @Example
  void aLastImageAloneJoinsTheBatchBefore() {
    assertThat(Arrays.stream(Batches.shuffled(101, 50, 1)).mapToInt(batch -> batch.length))
        .containsExactly(50, 51);
    assertThat(Arrays.stream(Batches.shuffled(102, 50, 1)).mapToInt(batch -> batch.length))
        .containsExactly(50, 50, 2);
  }

  @Example
  void everyImageReachesEveryPlaceAboutEquallyOften() {
    int[][] seen = new int[5][5];
    for (int seed = 0; seed < 10_000; seed++) {
      int[] order = Batches.shuffled(5, 5, seed)[0];
      for (int place = 0; place < 5; place++) {
        seen[order[place]][place]++;
      }
    }
    for (int[] places : seen) {
      assertThat(Arrays.stream(places)).allMatch(times -> times > 1800 && times < 2200);
    }
  }

  @Example
  void refusesWhatCannotMakeAPair() {
    assertThatThrownBy(() -> Batches.shuffled(1, 2, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Batches.shuffled(9, 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
