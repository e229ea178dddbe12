package org.rhobust.workbench.prediction;

import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static java.awt.image.BufferedImage.TYPE_INT_RGB;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.data.ImageSet;
import org.rhobust.data.PictureFixture;
import org.rhobust.evaluation.Prediction;
import org.rhobust.model.ImageShape;
import org.rhobust.service.ModelInfo;
import org.rhobust.workbench.Samples;
import org.rhobust.workbench.Selection;

/** Models of 2 by 2 grey pixels that see class 1 with confidence 0.8. */
class PredictionModelTest {

  private static final double NO_THRESHOLD = Double.NaN;

  @TempDir Path folder;

  private final Selection selection = new Selection();
  private final List<String> asked = new ArrayList<>();
  private final List<float[]> seen = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private boolean walking;
  private final PredictionModel model =
      new PredictionModel(
          selection,
          this::answer,
          Runnable::run,
          Runnable::run,
          () -> walking,
          notices::add,
          warnings::add);

  private CompletableFuture<List<Prediction>> answer(String id, List<float[]> images) {
    asked.add(id);
    seen.addAll(images);
    return CompletableFuture.completedFuture(
        Collections.nCopies(images.size(), new Prediction(1, 0.8)));
  }

  private Path picture(String name, int type, int side) {
    return PictureFixture.write(
        folder.resolve(name), type, side, side, (x, y) -> type == TYPE_INT_RGB ? 0xff0000 : 51);
  }

  private List<String> files() {
    return model.picturesProperty().get().stream().map(PredictedPicture::file).toList();
  }

  @Test
  void predictsWhatTheNetworkSees() {
    selection.modelProperty().set(Samples.model("net", false));
    model.open(List.of(picture("a.png", TYPE_BYTE_GRAY, 2), picture("b.png", TYPE_INT_RGB, 9)));

    assertThat(asked).containsExactly("net");
    assertThat(seen.get(0)).containsExactly(0.2f, 0.2f, 0.2f, 0.2f);
    assertThat(files()).containsExactly("a.png", "b.png");
    PredictedPicture plain = model.picturesProperty().get().get(0);
    PredictedPicture scaled = model.picturesProperty().get().get(1);
    assertThat(PredictionWords.note(plain)).isEmpty();
    assertThat(PredictionWords.note(scaled))
        .isEqualTo("Scaled to 2 × 2, letter-boxed on black, colour turned to grey.");
    assertThat(PredictionWords.predictedClass(plain, Samples.images(3))).isEqualTo("Class bee");
    assertThat(PredictionWords.predictedClass(plain, null)).isEqualTo("Class 1");
    assertThat(warnings).isEmpty();
  }

  @Test
  void theVerdictIsThatOfTheThreshold() {
    Prediction prediction = new Prediction(1, 0.8);
    assertThat(PredictionWords.verdict(prediction, 0.8)).isEqualTo("Accepted at τ = 0.80");
    assertThat(PredictionWords.verdict(prediction, 0.8001)).isEqualTo("Rejected at τ = 0.8001");
    assertThat(PredictionWords.confidence(prediction, 0.8001)).isEqualTo("Confidence 0.8000");
    assertThat(PredictionWords.verdict(prediction, NO_THRESHOLD)).isEqualTo("No threshold known");
    Prediction broken = new Prediction(-1, Double.POSITIVE_INFINITY);
    assertThat(PredictionWords.verdict(broken, 1)).isEqualTo("Accepted at τ = 1.00");
    assertThat(PredictionWords.confidence(broken, 1)).contains("not a finite number");
  }

  @Test
  void anUnreadablePictureIsOneLineAndChangesNothing() throws IOException {
    selection.modelProperty().set(Samples.model("net", false));
    model.open(List.of(picture("a.png", TYPE_BYTE_GRAY, 2)));
    List<PredictedPicture> before = model.picturesProperty().get();
    Path bad = Files.writeString(folder.resolve("bad.png"), "no picture");

    model.open(List.of(bad));
    assertThat(warnings).singleElement().asString().contains("bad.png", "PNG").hasLineCount(1);
    assertThat(model.picturesProperty().get()).isSameAs(before);
    assertThat(model.busyProperty().get()).isFalse();

    model.open(List.of(bad, picture("c.png", TYPE_BYTE_GRAY, 2), folder));
    assertThat(files()).containsExactly("c.png");
    assertThat(warnings.get(1)).contains("bad.png", "and 1 more like it");
  }

  @Test
  void anotherModelIsAskedAboutTheSamePicturesInItsOwnSize() {
    selection.modelProperty().set(Samples.model("net", false));
    model.open(List.of(picture("a.png", TYPE_BYTE_GRAY, 2)));
    selection
        .modelProperty()
        .set(new ModelInfo("other", "other", false, 3, new ImageShape(3, 4, 4), null, null));

    assertThat(asked).containsExactly("net", "other");
    assertThat(seen.get(1)).hasSize(48);
    assertThat(model.picturesProperty().get().get(0).model().id()).isEqualTo("other");

    selection.modelProperty().set(null);
    assertThat(files()).isEmpty();
    selection.modelProperty().set(Samples.model("net", false));
    assertThat(asked).hasSize(2);
  }

  @Test
  void withoutAModelThePictureWaitsForOne() {
    model.open(List.of(picture("a.png", TYPE_BYTE_GRAY, 2)));
    assertThat(notices).singleElement().asString().contains("kept", "open one");
    assertThat(files()).isEmpty();
    assertThat(asked).isEmpty();

    selection.modelProperty().set(Samples.model("net", false));
    assertThat(asked).containsExactly("net");
    assertThat(files()).containsExactly("a.png");
    assertThat(warnings).isEmpty();
  }

  @Test
  void aFileThatWaitedAndIsNoPictureIsToldOfOnce() throws IOException {
    model.open(List.of(Files.writeString(folder.resolve("bad.png"), "no picture")));
    selection.modelProperty().set(Samples.model("net", false));
    selection.modelProperty().set(Samples.model("other", false));
    assertThat(warnings).singleElement().asString().contains("bad.png");
  }

  @Test
  void whereAttacksAreLookedAtASinglePictureIsWalkedThroughAtOnce() {
    selection.imagesProperty().set(Samples.images(6));
    selection.modelProperty().set(Samples.model("net", false));
    model.open(List.of(picture("shown.png", TYPE_BYTE_GRAY, 2)));
    walking = true;
    model.open(List.of(picture("a.png", TYPE_INT_RGB, 9)));

    ImageSet walked = selection.pictureProperty().get();
    assertThat(walked.name()).isEqualTo("a.png");
    assertThat(walked.label(0)).as("the predicted class").isEqualTo(1);
    assertThat(files()).as("no card over the view").isEmpty();
    assertThat(notices).singleElement().asString().startsWith("a.png: Scaled to 2 × 2");

    Path two = picture("b.png", TYPE_BYTE_GRAY, 2);
    model.open(List.of(two, two));
    assertThat(files()).hasSize(2);
    assertThat(selection.pictureProperty().get()).isSameAs(walked);
  }

  @Test
  void aPictureThatWaitsForAModelIsWalkedThroughToo() {
    walking = true;
    model.open(List.of(picture("a.png", TYPE_BYTE_GRAY, 2)));
    selection.imagesProperty().set(Samples.images(6));
    selection.modelProperty().set(Samples.model("net", false));

    assertThat(selection.pictureProperty().get().name()).isEqualTo("a.png");
    selection.pictureProperty().set(null);
    selection.modelProperty().set(Samples.model("other", false));
    assertThat(selection.pictureProperty().get()).as("once only").isNull();
  }

  @Test
  void ofManyPicturesTheFirstAreShown() {
    selection.modelProperty().set(Samples.model("net", false));
    Path one = picture("a.png", TYPE_BYTE_GRAY, 2);
    model.open(Collections.nCopies(PredictionModel.MOST_PICTURES + 7, one));
    assertThat(files()).hasSize(PredictionModel.MOST_PICTURES);
    assertThat(warnings).singleElement().asString().contains("other 7", "rhobust predict");

    model.close();
    assertThat(files()).isEmpty();
  }

  @Test
  void itsAttackIsWalkedThroughInThePlaceOfTheTestImage() {
    selection.imagesProperty().set(Samples.images(6));
    selection.imageProperty().set(4);
    selection.modelProperty().set(Samples.model("net", false));
    model.open(List.of(picture("a.png", TYPE_BYTE_GRAY, 2)));
    model.walkThrough(model.picturesProperty().get().get(0), 2);

    Selection.Subject subject = selection.subjectProperty().get();
    assertThat(subject.index()).isZero();
    assertThat(subject.images().name()).isEqualTo("a.png");
    assertThat(subject.images().image(0)).containsExactly(0.2f, 0.2f, 0.2f, 0.2f);
    assertThat(subject.images().label(0)).isEqualTo(2);
    assertThat(subject.images().classNames()).containsExactly("ant", "bee", "cow");
    assertThat(selection.imagesProperty().get().size()).as("the test images stay").isEqualTo(6);

    selection.pictureProperty().set(null);
    assertThat(selection.subjectProperty().get().index()).isEqualTo(4);
  }
}
