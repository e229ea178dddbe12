package org.rhobust.workbench.direction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.rhobust.model.ImageShape;
import org.rhobust.service.ModelInfo;
import org.rhobust.workbench.Samples;
import org.rhobust.workbench.Selection;

class ComparedModelTest {

  private final Selection selection = new Selection();
  private CompletableFuture<ModelInfo> opening = new CompletableFuture<>();
  private final ComparedModel compare =
      new ComparedModel(
          selection, List.of("mnist-adversarial", "mnist-ccat"), name -> opening, Runnable::run);

  private static ModelInfo mnist(String id) {
    return new ModelInfo(id, id, false, 10, new ImageShape(1, 28, 28), "mnist", null, null, "");
  }

  @Test
  void suggestsTheArticlesPair() {
    assertThat(compare.suggestion()).isEmpty();
    selection.modelProperty().set(mnist("mnist-ccat"));
    assertThat(compare.suggestion()).map(ComparedModel.Offer::id).contains("mnist-adversarial");
    selection.modelProperty().set(mnist("mnist-adversarial"));
    assertThat(compare.suggestion()).map(ComparedModel.Offer::id).contains("mnist-ccat");
    selection.modelProperty().set(Samples.model("own", false));
    assertThat(compare.suggestion()).as("of other images").isEmpty();
  }

  @Test
  void opensASampleAndComparesIt() {
    compare.chosenProperty().set(compare.of("mnist-adversarial"));
    assertThat(selection.comparedProperty().get()).isNull();
    opening.complete(mnist("mnist-adversarial"));
    assertThat(selection.comparedProperty().get().id()).isEqualTo("mnist-adversarial");

    compare.chosenProperty().set(ComparedModel.NOTHING);
    assertThat(selection.comparedProperty().get()).isNull();
  }

  @Test
  void aModelThatDoesNotOpenIsNamed() {
    compare.chosenProperty().set(compare.of("mnist-ccat"));
    opening.completeExceptionally(new IllegalArgumentException("the file is gone"));

    assertThat(compare.chosenProperty().get()).isEqualTo(ComparedModel.NOTHING);
    assertThat(compare.problemProperty().get()).isEqualTo("the file is gone");
  }

  @Test
  void aPinnedModelStaysWhileAnotherIsSelected() {
    selection.modelProperty().set(Samples.model("own", false));
    compare.pin();
    selection.modelProperty().set(Samples.model("other", false));

    assertThat(selection.comparedProperty().get().id()).isEqualTo("own");
    assertThat(compare.offers()).extracting(ComparedModel.Offer::id).contains("own", "other");
  }

  @Test
  void followsWhatAnotherViewCompares() {
    selection.comparedProperty().set(Samples.model("own", false));
    assertThat(compare.chosenProperty().get().id()).isEqualTo("own");
    selection.comparedProperty().set(null);
    assertThat(compare.chosenProperty().get()).isEqualTo(ComparedModel.NOTHING);
  }
}
