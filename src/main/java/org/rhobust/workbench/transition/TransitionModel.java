package org.rhobust.workbench.transition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.rhobust.plot.BarPlot;
import org.rhobust.plot.LinePlot;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.threat.Norm;
import org.rhobust.threat.Norms;
import org.rhobust.training.TrainingMethod;
import org.rhobust.transition.Transition;
import org.rhobust.transition.Transitions;
import org.rhobust.workbench.NumberInput;

/** The transition λ(δ) and the target distribution at one ‖δ‖, drawn anew at every change. */
public final class TransitionModel {

  /** The least ρ of the slider, the wheel and the field. */
  public static final double LOWEST_RHO = 0.1;

  /** The largest ρ of the slider, the wheel and the field. */
  public static final double HIGHEST_RHO = 50;

  /** The λ curve is drawn to this many times ε. */
  static final double FARTHEST_IN_EPSILON = 1.25;

  /** Budgets that are usual on MNIST, by norm. */
  private static final Map<String, Double> USUAL_EPSILON =
      Map.of("linf", 0.3, "l2", 3.0, "l1", 18.0, "l0", 15.0);

  private static final double LARGEST = 1_000_000;

  /** A notch of the wheel multiplies ρ by 10 to this power, as an arrow key does on the slider. */
  private static final double NOTCH = 0.02;

  private static final String NO_BATCH =
      "While a run attacks its images, the ‖δ‖ of its last batch stand here under the curve.";

  private static final String NORMAL =
      "The run trains normally: it attacks no images, so it has neither ‖δ‖ nor a curve.";

  private final NumberInput rho = NumberInput.within("ρ", 12, LOWEST_RHO, HIGHEST_RHO);
  private final NumberInput epsilon = NumberInput.positive("ε", 0.3, LARGEST);
  private final NumberInput distance = NumberInput.upTo("‖δ‖", 0.03, 2 * LARGEST);
  private final NumberInput classes = NumberInput.whole("K", 10, 2, 100);
  private final ObjectProperty<Norm> norm = new SimpleObjectProperty<>(Norms.L_INFINITY);
  private final ObjectProperty<String> family =
      new SimpleObjectProperty<>(Transitions.names().get(0));
  private final ObjectProperty<List<Pin>> pins = new SimpleObjectProperty<>(List.of());
  private final ReadOnlyObjectWrapper<TargetAtDistance> target = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<LinePlot> curve = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<BarPlot> bars = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper batchWords = new ReadOnlyStringWrapper();
  private final ReadOnlyBooleanWrapper runHasCurve = new ReadOnlyBooleanWrapper();
  private Optional<BatchNorms> batch = Optional.empty();
  private String noBatch = NO_BATCH;

  public TransitionModel() {
    List.of(rho, epsilon, distance, classes)
        .forEach(input -> input.valueProperty().addListener(o -> draw()));
    family.addListener(o -> draw());
    pins.addListener(o -> draw());
    norm.addListener(o -> scaleToNorm());
    draw();
  }

  /** ρ. */
  public NumberInput rho() {
    return rho;
  }

  /** ε, the budget, in units of the norm. */
  public NumberInput epsilon() {
    return epsilon;
  }

  /** ‖δ‖ at the marker, in units of the norm. */
  public NumberInput distance() {
    return distance;
  }

  /** K, the number of classes. */
  public NumberInput classes() {
    return classes;
  }

  /** The norm of δ; another one brings the budget that is usual with it. */
  public ObjectProperty<Norm> normProperty() {
    return norm;
  }

  /** A name of {@link Transitions}. */
  public ObjectProperty<String> familyProperty() {
    return family;
  }

  /** λ and the target at the marker, with the equation and a sentence. */
  public ReadOnlyObjectProperty<TargetAtDistance> targetProperty() {
    return target.getReadOnlyProperty();
  }

  /** λ over ‖δ‖ with the marker. */
  public ReadOnlyObjectProperty<LinePlot> curveProperty() {
    return curve.getReadOnlyProperty();
  }

  /** The target distribution at the marker. */
  public ReadOnlyObjectProperty<BarPlot> barsProperty() {
    return bars.getReadOnlyProperty();
  }

  /** The curves that stay to be compared, those of other norms among them. */
  ObjectProperty<List<Pin>> pinsProperty() {
    return pins;
  }

  /** Keeps the curve as it is now; one that is pinned already is not pinned again. */
  void pin() {
    List<Pin> now = pins.get();
    Pin pin = new Pin(family.get(), rho.value(), epsilon.value(), norm.get(), Pin.freeColor(now));
    if (now.stream().noneMatch(pin::sameCurve)) {
      List<Pin> more = new ArrayList<>(now);
      more.add(pin);
      pins.set(List.copyOf(more));
    }
  }

  /** Takes a pinned curve away. */
  void unpin(Pin pin) {
    pins.set(pins.get().stream().filter(p -> !p.equals(pin)).toList());
  }

  /** Where the last batch of the training falls on the curve, or when that will be seen. */
  ReadOnlyStringProperty batchWordsProperty() {
    return batchWords.getReadOnlyProperty();
  }

  /** Follows a training. */
  void follow(TrainingSnapshot now) {
    boolean normal =
        now.last() != null
            && now.config() != null
            && now.config().settings().method() == TrainingMethod.NORMAL;
    noBatch = normal ? NORMAL : NO_BATCH;
    setBatch(BatchNorms.of(now));
  }

  /** Tells the last batch of the training. */
  void setBatch(Optional<BatchNorms> last) {
    batch = last;
    runHasCurve.set(last.filter(BatchNorms::calibrated).isPresent());
    draw();
  }

  /** Whether the training uses λ, so that it has a curve to show. */
  ReadOnlyBooleanProperty runHasCurveProperty() {
    return runHasCurve.getReadOnlyProperty();
  }

  /** Shows the curve that the training uses, where it uses one. */
  void useRun() {
    batch
        .filter(BatchNorms::calibrated)
        .ifPresent(
            run -> {
              norm.set(run.norm());
              family.set(run.family());
              double share = distance.value() / epsilon.value();
              epsilon.setValue(run.epsilon());
              distance.setValue(share * run.epsilon());
              rho.show(run.rho());
            });
  }

  /** Multiplies ρ for so many notches of the wheel, within its range. */
  void turnRho(double notches) {
    double turned = rho.value() * Math.pow(10, NOTCH * notches);
    rho.setValue(Math.max(LOWEST_RHO, Math.min(HIGHEST_RHO, turned)));
  }

  private void scaleToNorm() {
    double share = distance.value() / epsilon.value();
    epsilon.setValue(USUAL_EPSILON.getOrDefault(norm.get().name(), epsilon.value()));
    distance.setValue(share * epsilon.value());
    draw();
  }

  private void draw() {
    Transition transition = Transitions.create(family.get(), rho.value(), epsilon.value());
    target.set(
        new TargetAtDistance(
            transition, rho.value(), epsilon.value(), distance.value(), classes.intValue()));
    Norm shown = norm.get();
    TransitionPlots plots =
        new TransitionPlots(
            target.get(),
            shown,
            pins.get().stream().filter(pin -> pin.norm().equals(shown)).toList(),
            batch.filter(run -> run.norm().equals(shown)));
    curve.set(plots.curve());
    bars.set(plots.bars());
    batchWords.set(batch.map(run -> run.words(target.get(), shown)).orElse(noBatch));
  }
}
