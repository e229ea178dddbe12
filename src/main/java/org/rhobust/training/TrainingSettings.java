package org.rhobust.training;

import static org.rhobust.threat.Ranges.require;

import com.google.gson.annotations.SerializedName;
import java.util.List;
import java.util.Set;
import org.rhobust.attack.Objectives;
import org.rhobust.attack.PgdSettings;
import org.rhobust.data.Batches;
import org.rhobust.data.augmentation.Augmentations;
import org.rhobust.threat.Initialisations;
import org.rhobust.transition.Transition;
import org.rhobust.transition.Transitions;

/**
 * Everything that decides a training's result, but the device and its thread count. A value out of
 * range is refused with one line.
 *
 * @param preset the preset it began with
 * @param dataset a name of {@link org.rhobust.data.DataSets}
 * @param network a name of {@link org.rhobust.model.Networks}
 * @param examples how many images of the training set, at least 2
 * @param subset the seed that chooses them; null takes them from the start
 * @param augmentation names of {@link Augmentations}, applied in this order; empty for none
 * @param weights the model that the weights start from: a name, or a folder; null starts fresh
 * @param epochs at least 1
 * @param batch images a step, at least 2
 * @param seed of the weights, the order and the attacks' starts
 * @param optimiser with its schedule; {@code sgd} in files of earlier versions
 * @param family the transition's name, of {@link Transitions}
 * @param rho ρ, more than 0
 * @param fraction φ, the share of a batch that is attacked: in (0, 1), or 1 with {@code
 *     ADVERSARIAL}
 * @param attack the attack on that share; normal training does not use it
 * @param initialisations one of these is drawn for each batch's attack
 */
public record TrainingSettings(
    String preset,
    String dataset,
    String network,
    TrainingMethod method,
    int examples,
    Long subset,
    List<String> augmentation,
    String weights,
    int epochs,
    int batch,
    long seed,
    @SerializedName(value = "optimiser", alternate = "sgd") OptimiserSettings optimiser,
    String family,
    double rho,
    double fraction,
    PgdSettings attack,
    List<String> initialisations) {

  public TrainingSettings {
    initialisations = List.copyOf(initialisations);
    // Runs of earlier versions have none.
    augmentation = augmentation == null ? List.of() : List.copyOf(augmentation);
    augmentation.forEach(Augmentations::requireKnown);
    require(
        Set.copyOf(augmentation).size() == augmentation.size(),
        "augmentation",
        augmentation,
        "each at most once");
    require(examples >= 2, "examples", examples, "2 or more");
    require(epochs >= 1, "epochs", epochs, "1 or more");
    require(batch >= 2, "batch", batch, "2 or more");
    long steps = (long) Batches.count(examples, batch) * epochs;
    require(steps <= Integer.MAX_VALUE, "steps in all", steps, "2,147,483,647 or fewer");
    require(optimiser != null, "optimiser", null, "given");
    require(rho > 0 && Double.isFinite(rho), "rho", rho, "more than 0");
    require(fraction > 0 && fraction <= 1, "fraction", fraction, "more than 0 and at most 1");
    require(
        Objectives.untargeted().contains(attack.objective()),
        "objective",
        attack.objective(),
        "confidence, cross-entropy, logit or margin in training");
    require(attack.epsilon() > 0, "epsilon", attack.epsilon(), "more than 0");
    if (method == TrainingMethod.CONFIDENCE_CALIBRATED && fraction == 1) {
      throw new IllegalArgumentException(
          "fraction is 1 with method ccat: without clean images it cannot train; use 0.5");
    }
    require(!initialisations.isEmpty(), "initialisations", "empty", "at least one");
    initialisations.forEach(Initialisations::of);
    Transitions.create(family, rho, attack.epsilon());
  }

  /** λ(δ), with ε the radius of the attack's ball. */
  public Transition transition() {
    return Transitions.create(family, rho, attack.epsilon());
  }

  /** Steps in one epoch, at least 1, where there are as many examples as asked for. */
  public int stepsPerEpoch() {
    return Batches.count(examples, batch);
  }

  /** Steps in the whole training, as {@link #stepsPerEpoch}. */
  public int totalSteps() {
    return stepsPerEpoch() * epochs;
  }

  /** A builder that begins with these settings. */
  public TrainingSettingsBuilder toBuilder() {
    return new TrainingSettingsBuilder(this);
  }
}
