package org.rhobust.workbench.steps;

import java.nio.file.Path;
import java.util.List;
import org.rhobust.attack.ImageAttack.Outcome;
import org.rhobust.data.ImageSet;
import org.rhobust.report.AttackFile;
import org.rhobust.report.PerturbationFile;
import org.rhobust.report.PictureFile;
import org.rhobust.report.TraceFile;
import org.rhobust.service.AttackSteps;

/** What can be saved of a step, in the formats of the command {@code attack}. */
enum StepFile {
  /** Original, magnified perturbation and attacked image side by side. */
  PICTURES("png", "the pictures"),
  /** δ for NumPy. */
  PERTURBATION("npz", "the perturbation"),
  /** The whole walk, a row a step. */
  TRACE("csv", "the trace");

  private final String extension;
  private final String words;

  StepFile(String extension, String words) {
    this.extension = extension;
    this.words = words;
  }

  /** Of the file's name, without a dot. */
  String extension() {
    return extension;
  }

  /** What it is, such as "the trace". */
  String words() {
    return words;
  }

  /** A name that says what is in the file, such as {@code mnist-ccat-mnist-test-3-step-12.png}. */
  String name(AttackSteps attack, int step) {
    Path model = Path.of(attack.request().model()).normalize();
    String base =
        "%s-%s-%d"
            .formatted(
                model.endsWith("final") && model.getParent() != null
                    ? model.getParent().getFileName()
                    : model.getFileName(),
                attack.request().images().name(),
                attack.request().index());
    String which = this == TRACE ? "trace" : "step-" + step;
    return base.replaceAll("[^A-Za-z0-9._-]+", "-") + "-" + which + "." + extension;
  }

  /**
   * Writes the file, whole or not at all.
   *
   * @throws org.rhobust.data.DataException when it cannot be written
   */
  void write(AttackSteps attack, int step, Path file) {
    Outcome outcome =
        new Outcome(
            attack.request().index(),
            attack.label(),
            attack.steps().get(step).perturbation(),
            attack.steps());
    AttackFile.Target target = new AttackFile.Target(file, format(attack));
    AttackFile.writeAll(List.of(target), files -> files.forEach(each -> each.add(outcome)));
  }

  private AttackFile.Format format(AttackSteps attack) {
    ImageSet images = attack.request().images();
    int[] index = {attack.request().index()};
    return switch (this) {
      case PICTURES -> stream -> new PictureFile(stream, images);
      case PERTURBATION -> stream -> new PerturbationFile(stream, images, index);
      case TRACE -> TraceFile::new;
    };
  }
}
