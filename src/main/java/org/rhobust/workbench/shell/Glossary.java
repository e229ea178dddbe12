package org.rhobust.workbench.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The terms of the field in one sentence each, with their formulas. */
final class Glossary {

  /**
   * A term.
   *
   * @param name as people call it
   * @param labels by which the window calls it, in lower case
   * @param sentence explains it
   * @param formula empty for none
   */
  record Term(String name, List<String> labels, String sentence, String formula) {

    /** As a tooltip shows it. */
    String text() {
      return formula.isEmpty() ? sentence : sentence + "\n" + formula;
    }
  }

  static final List<Term> TERMS =
      List.of(
          term(
              "ρ",
              "How fast the target fades from the true class to the uniform distribution as the"
                  + " perturbation grows: the larger, the sooner.",
              "λ(δ) = (1 − min(1, ‖δ‖/ε))^ρ",
              "rho"),
          term(
              "ε",
              "The budget: how large a perturbation the attack may make, in the norm of the threat"
                  + " model.",
              "‖δ‖ ≤ ε",
              "epsilon",
              "the budget"),
          term(
              "λ",
              "The weight of the true class in the target of a perturbed image: 1 without a"
                  + " perturbation, 0 from ε on.",
              "ỹ = λ·onehot(y) + (1 − λ)/K",
              "lambda",
              "mean λ",
              "λ(δ)"),
          term(
              "τ",
              "The threshold: an image is rejected where the confidence is lower.",
              "accept x where max_k f_k(x) ≥ τ",
              "tau",
              "threshold"),
          term(
              "δ",
              "The perturbation that an attack adds to an image.",
              "x̃ = x + δ",
              "perturbation"),
          term(
              "‖δ‖",
              "The size of the perturbation in the norm of the threat model.",
              "L∞: max |δᵢ|   L2: √Σδᵢ²   L1: Σ|δᵢ|   L0: entries that are not 0"),
          term(
              "Norm",
              "How the size of a perturbation is measured: the largest change of a pixel (L∞), the"
                  + " Euclidean length (L2), the sum of changes (L1), or how many entries change"
                  + " (L0).",
              "L∞: max |δᵢ|   L2: √Σδᵢ²   L1: Σ|δᵢ|   L0: entries that are not 0"),
          term(
              "Threat model",
              "What the attack is allowed: every perturbation within ε in one norm.",
              "{δ : ‖δ‖ ≤ ε, 0 ≤ x + δ ≤ 1}"),
          term(
              "K",
              "The number of classes: an uncertain model gives each of them 1/K.",
              "uniform: f_k = 1/K",
              "classes k"),
          term(
              "Family",
              "How λ falls with ‖δ‖; exponential never reaches 0, linear reaches it at ε/ρ.",
              "power: λ = (1 − min(1, ‖δ‖/ε))^ρ   exponential: λ = e^(−ρ‖δ‖)   linear: λ = 1 −"
                  + " min(1, ρ‖δ‖/ε)"),
          term(
              "Objective",
              "What the attack minimises: confidence is the adaptive attack on CCAT, cross-entropy"
                  + " the standard one; margin and logit ignore how certain the model is.",
              "confidence: −max_{j≠y} f_j   cross-entropy: log f_y   logit: −max_{j≠y} z_j  "
                  + " margin: z_y − max_{j≠y} z_j   targeted: −f_t   distal: −max_k f_k"),
          term(
              "Target class",
              "The class t that a targeted attack goes to.",
              "minimise −f_t(x + δ)"),
          term(
              "Steps",
              "How often the attack follows the gradient: T steps take T + 1 forward passes. Few"
                  + " steps flatter a model.",
              "δ ← P(δ − α·v), T times",
              "attack steps"),
          term(
              "Step size",
              "How far one step of the attack goes; v is the averaged direction, P the projection"
                  + " into the budget.",
              "δ' = P(δ − α·v)"),
          term(
              "Momentum",
              "How much of the earlier direction a step keeps: in the attack as an average, whose"
                  + " sign is taken before, in the training (SGD) as a sum.",
              "attack: v ← m·v + (1 − m)·g/‖g‖   training: v ← m·v + g,  w ← w − η·v"),
          term(
              "Backtracking",
              "A step that makes the objective worse is rejected, and the next one is smaller.",
              "F(δ') ≤ F(δ): δ ← δ'   else: α ← α/a"),
          term(
              "Start",
              "Where the attack begins: at the image (zero), at random in the budget, or random in"
                  + " length, too. Against CCAT zero is strongest.",
              "δ₀ = 0, or random with ‖δ₀‖ ≤ ε",
              "initialisation"),
          term(
              "Restarts",
              "How many random starts the attack has; each image counts by its worst case.",
              "",
              "random starts"),
          term(
              "Confidence",
              "The probability of the class that the model predicts.",
              "c(x) = max_k f_k(x)",
              "mean confidence"),
          term(
              "Err(τ)",
              "Test error: the wrong ones among the clean images that are accepted.",
              "Err(τ) = Σ[A ∧ c(x) ≥ τ] / Σ[c(x) ≥ τ],  A = [f(x) ≠ y]",
              "err",
              "test error"),
          term(
              "RErr(τ)",
              "Robust test error: the images that are wrong and accepted, clean or attacked, among"
                  + " those accepted clean or attacked.",
              "RErr(τ) = Σ max([A∧c(x)≥τ], [Ã∧c(x̃)≥τ]) / Σ max([c(x)≥τ], [c(x̃)≥τ])",
              "rerr",
              "robust error",
              "robust test error"),
          term(
              "TPR",
              "True positive rate: the share of correctly classified clean images that are"
                  + " accepted. τ is set for 99 %.",
              "TPR(τ) = Σ[¬A ∧ c(x) ≥ τ] / Σ[¬A]",
              "true positive rate"),
          term(
              "FPR",
              "False positive rate: the share of attacked images, classified correctly before, that"
                  + " are wrong and accepted.",
              "FPR(τ) = Σ[¬A ∧ Ã ∧ c(x̃) ≥ τ] / n",
              "false positive rate"),
          term(
              "AUC",
              "How well confidence tells clean images from successful attacks over all thresholds:"
                  + " 1 is perfect, 0.5 is chance.",
              "AUC = P(c(x) > c(x̃))",
              "roc auc",
              "roc"),
          term(
              "Held out",
              "Test images that are never attacked and set τ: the last 1,000 in the paper.",
              "τ = element ⌊n·0.01⌋ of the sorted c of the correct ones",
              "held out for τ",
              "calibration hold-out",
              "set to 99 % tpr"),
          term(
              "Method",
              "Normal training attacks nothing; adversarial training learns the true class on"
                  + " attacked images; CCAT learns low confidence on them.",
              "CCAT: CE(f(x), y) on clean, CE(f(x̃), ỹ) on attacked images",
              "training method"),
          term(
              "Learning rate",
              "How far one step of the training goes along the gradient of the loss.",
              "w ← w − η·∇w L"),
          term(
              "Weight decay",
              "How strongly the training pulls every weight towards 0.",
              "g ← ∇w L + decay·w"),
          term(
              "Schedule",
              "How the learning rate η falls from its first value η₀ while the training goes from 0"
                  + " to 1 (share p) over its epochs e.",
              "cosine: η₀·(1 + cos(π·p))/2   exponential: η₀·decay^e   steps: η₀·decay^(milestones"
                  + " passed)   constant: η₀",
              "learning-rate schedule"),
          term(
              "Preset",
              "All settings of a training under one name: quick learns in minutes on a CPU, the"
                  + " others are the published configurations.",
              ""),
          term(
              "Network",
              "The classifier that is trained: it gives every class a probability.",
              "f(x) = softmax(z(x)),  f_k = e^(z_k) / Σ_j e^(z_j)"),
          term(
              "Attacked φ",
              "The share of every batch that is attacked in training; the others stay clean. CCAT"
                  + " needs both.",
              "n_adv = φ·n, rounded;  L = (1 − n_adv/n)·CE(clean) + (n_adv/n)·CE(attacked)",
              "φ"),
          term(
              "Augmentation",
              "Random changes of the training images, anew in every epoch, that leave their class:"
                  + " moved, mirrored, of another contrast, partly hidden.",
              ""),
          term(
              "Battery",
              "Several attacks one after the other, since each finds what others miss; every image"
                  + " counts by the worst that any of them did to it.",
              "broken at τ: some point of some attack has Ã and c ≥ τ"),
          term("Batch", "How many images one step of the training sees.", "", "batch size"),
          term("Epochs", "How often the training sees every image.", ""),
          term(
              "Seed",
              "The number from which everything random follows: the same seed gives the same run on"
                  + " the same machine.",
              ""),
          term(
              "Smoothing",
              "A moving average over the past steps, with its start corrected; the raw values stay"
                  + " behind it.",
              "s ← β·s + (1 − β)·x, shown as s/(1 − βⁿ)"));

  private Glossary() {}

  /** The term that a label of the window names, such as "ε, the budget" or "Step size:". */
  static Optional<Term> of(String label) {
    String whole = label.strip().toLowerCase(Locale.ROOT).replaceFirst(":$", "");
    String head = whole.split("[,(]| in l")[0].strip();
    return find(whole).or(() -> find(head));
  }

  private static Optional<Term> find(String words) {
    return TERMS.stream()
        .filter(t -> t.labels().contains(words) || t.name().toLowerCase(Locale.ROOT).equals(words))
        .findFirst();
  }

  private static Term term(String name, String sentence, String formula, String... labels) {
    return new Term(name, List.of(labels), sentence, formula);
  }
}
