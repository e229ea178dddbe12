package org.rhobust.workbench.histogram;

import javafx.scene.image.Image;
import org.rhobust.data.ImageSet;
import org.rhobust.plot.ColorRole;
import org.rhobust.plot.PlotTheme;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.controls.ImageGrid;
import org.rhobust.workbench.controls.Thumbnail;

/**
 * Examples as tiles: attacked ones as the attack left them, where its perturbation was kept.
 *
 * @param images the test set
 * @param theme of the colours that tell clean from attacked
 */
record ExampleTiles(ImageSet images, PlotTheme theme) {

  ImageGrid.Tile of(Example example) {
    ColorRole role = example.attacked() ? ColorRole.ATTACKED : ColorRole.CLEAN;
    return new ImageGrid.Tile(
        example.index(),
        picture(example),
        Format.confidence(example.confidence()) + "  " + change(example),
        words(example),
        theme.color(role).hex());
  }

  private Image picture(Example example) {
    return example.attacked()
        ? Thumbnail.of(images, example.attack(), 1)
        : Thumbnail.of(images, example.index(), 1);
  }

  private String change(Example example) {
    int label = images.label(example.index());
    return example.prediction() < 0 || example.prediction() == label
        ? name(label)
        : name(label) + "→" + name(example.prediction());
  }

  private String name(int label) {
    return images.classNames().get(label);
  }

  private String words(Example example) {
    int label = images.label(example.index());
    String predicted = example.prediction() < 0 ? "" : ", predicted " + name(example.prediction());
    return "Image %d%s, confidence %s: true class %s%s. A click selects it, a double click shows its PGD steps"
        .formatted(
            example.index(),
            example.attacked() ? " attacked" : "",
            Format.confidence(example.confidence()),
            name(label),
            predicted);
  }
}
