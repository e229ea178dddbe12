package org.rhobust.workbench.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import javafx.util.converter.DefaultStringConverter;
import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.evaluation.battery.Batteries;
import org.rhobust.threat.Norm;
import org.rhobust.threat.Norms;
import org.rhobust.threat.ThreatModel;
import org.rhobust.workbench.Memory;
import org.rhobust.workbench.controls.FieldProblem;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.controls.Latest;
import org.rhobust.workbench.controls.Numbers;
import org.rhobust.workbench.controls.Threats;

/** The fields of an evaluation, and the battery that they name. Belongs to the JavaFX thread. */
final class PlanModel {

  static final String BATTERY = "battery";
  private static final List<String> FIELDS = List.of("images", "held out", "epsilon", "seed");

  private final Executor background;
  private final Latest<AttackBattery> opening;
  private final ObservableList<String> batteries =
      FXCollections.observableArrayList(Batteries.names());
  private final StringProperty battery = text(BATTERY, Batteries.names().get(0));
  private final StringProperty count = text("images", "200");
  private final StringProperty heldOut = text("held out", "1000");
  private final StringProperty norm = text("norm", Threats.DEFAULT.norm());
  private final StringProperty epsilon = text("epsilon", Format.exact(Threats.DEFAULT.epsilon()));
  private final StringProperty seed = text("seed", "0");
  private final ReadOnlyObjectWrapper<Plan> plan = new ReadOnlyObjectWrapper<>(this, "plan");
  private final ReadOnlyObjectWrapper<FieldProblem> problem =
      new ReadOnlyObjectWrapper<>(this, "problem");
  private int available = 10_000;
  private ThreatModel threat = Threats.DEFAULT;
  private boolean changingTogether;

  /**
   * @param background reads battery files
   * @param ui runs on the JavaFX thread
   */
  PlanModel(Executor background, Executor ui) {
    this.background = background;
    opening = new Latest<>(ui);
    Stream.of(battery, count, heldOut, norm, epsilon, seed)
        .forEach(field -> field.addListener(o -> read(ready -> {})));
    read(ready -> {});
  }

  /** Keeps what is typed and chosen. */
  Subscription keep(Memory memory) {
    return memory
        .keep("evaluation.battery", "battery of the evaluation", battery, new BatteryText())
        .and(memory.keepText("evaluation.images", "images to attack", count))
        .and(memory.keepText("evaluation.held-out", "images held out for τ", heldOut))
        .and(
            memory.keepName(
                "evaluation.norm",
                "norm of the evaluation",
                norm,
                Norms.all().stream().map(Norm::name).toList()))
        .and(memory.keepText("evaluation.epsilon", "ε of the evaluation", epsilon))
        .and(memory.keepText("evaluation.seed", "seed of the evaluation", seed));
  }

  /** What can be chosen: names of {@link Batteries}, then files. */
  ObservableList<String> batteries() {
    return batteries;
  }

  /** The chosen battery's name or file. */
  StringProperty batteryProperty() {
    return battery;
  }

  /** How many images are attacked, as typed. */
  StringProperty countProperty() {
    return count;
  }

  /** How many images set the threshold, as typed. */
  StringProperty heldOutProperty() {
    return heldOut;
  }

  /** A name of {@link org.rhobust.threat.Norms}, where the battery says none. */
  StringProperty normProperty() {
    return norm;
  }

  /** ε as typed, where the battery says none. */
  StringProperty epsilonProperty() {
    return epsilon;
  }

  /** The seed as typed. */
  StringProperty seedProperty() {
    return seed;
  }

  /** What the fields say; null while one cannot be used or the battery is read. */
  ReadOnlyObjectProperty<Plan> planProperty() {
    return plan.getReadOnlyProperty();
  }

  /** The first field that cannot be used; null where all can. */
  ReadOnlyObjectProperty<FieldProblem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Chooses a battery file. */
  void open(Path file) {
    String name = file.toString();
    if (!batteries.contains(name)) {
      batteries.add(name);
    }
    if (name.equals(battery.get())) {
      read(ready -> {});
    } else {
      battery.set(name);
    }
  }

  /** Tells how many test images there are, at least 2; the fields give way where they are more. */
  void setAvailable(int images) {
    available = images;
    changeTogether(
        () -> {
          int held = Math.min(numberOr(heldOut, images), Math.max(1, images / 2));
          heldOut.set(Integer.toString(held));
          count.set(Integer.toString(Math.min(numberOr(count, images), images - held)));
        });
  }

  /** Takes over a model's threat model, unless it is the one before. */
  void setThreat(ThreatModel value) {
    if (!value.equals(threat)) {
      threat = value;
      changeTogether(
          () -> {
            norm.set(value.norm());
            epsilon.set(Format.exact(value.epsilon()));
          });
    }
  }

  /**
   * Reads the battery again, since a person may have edited its file or another evaluation may
   * still hold its attacks.
   *
   * @param ready told the plan; not told where there is a problem
   */
  void renew(Consumer<Plan> ready) {
    read(ready);
  }

  private void read(Consumer<Plan> ready) {
    if (changingTogether) {
      return;
    }
    opening.forget();
    plan.set(null);
    try {
      int held = Numbers.whole("held out", heldOut.get(), 1, available - 1);
      int images = Numbers.whole("images", count.get(), 1, available - held);
      ThreatModel model = new ThreatModel(norm.get(), Numbers.decimal("epsilon", epsilon.get()));
      long number = Numbers.whole("seed", seed.get());
      String source = battery.get();
      opening.ask(
          () -> CompletableFuture.supplyAsync(() -> Batteries.open(source, model), background),
          opened -> {
            problem.set(null);
            plan.set(new Plan(source, opened, model, images, held, number));
            ready.accept(plan.get());
          },
          why -> problem.set(new FieldProblem(BATTERY, why)));
    } catch (IllegalArgumentException e) {
      String field =
          FIELDS.stream().filter(f -> e.getMessage().startsWith(f + " is")).findFirst().orElse("");
      problem.set(new FieldProblem(field, e.getMessage()));
    }
  }

  private void changeTogether(Runnable changes) {
    changingTogether = true;
    changes.run();
    changingTogether = false;
    read(ready -> {});
  }

  /** What is typed may be no number yet; then nothing gives way. */
  private static int numberOr(StringProperty field, int other) {
    return field.get().matches("\\d{1,9}") ? Integer.parseInt(field.get()) : other;
  }

  private StringProperty text(String name, String value) {
    return new SimpleStringProperty(this, name, value);
  }

  /** A name of {@link Batteries} or the path of a file. */
  private static final class BatteryText extends DefaultStringConverter {
    @Override
    public String fromString(String text) {
      return Batteries.names().contains(text) || Path.of(text).isAbsolute() ? text : null;
    }
  }
}
