package org.rhobust.workbench.training;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.rhobust.service.DataInfo;
import org.rhobust.workbench.controls.Latest;

/** Whether the form's data set is there, and has as many images as the form asks for. */
public final class DataCheck {

  /** Budgets of grey digits; the papers take 0.03 for colour images. */
  private static final double LARGE_FOR_COLOUR = 0.1;

  private final TrainingForm form;
  private final Function<String, CompletableFuture<DataInfo>> lookUp;
  private final Latest<DataInfo> latest;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");
  private DataInfo info;
  private String missing = "";

  DataCheck(TrainingForm form, Function<String, CompletableFuture<DataInfo>> lookUp, Executor ui) {
    this.form = form;
    this.lookUp = lookUp;
    latest = new Latest<>(ui);
    form.datasetProperty().addListener((o, before, name) -> ask(name));
    form.attack().normProperty().subscribe(() -> tell());
    form.examples().valueProperty().subscribe(() -> tell());
    form.attack().epsilon().valueProperty().subscribe(() -> tell());
  }

  /** Why the data cannot be trained on, in one line; empty when it can, or is not known yet. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What may surprise in the results on this data; empty when nothing does. */
  public ReadOnlyStringProperty remarkProperty() {
    return remark.getReadOnlyProperty();
  }

  /** The name under which {@code typed} is found from anywhere, as far as it is known by now. */
  String key(String typed) {
    return info == null ? typed : info.name();
  }

  /** Looks again, since files may have come. */
  public void refresh() {
    ask(form.datasetProperty().get());
  }

  private void ask(String name) {
    info = null;
    missing = "";
    latest.ask(
        () -> lookUp.apply(name.strip()),
        found -> {
          info = found;
          takeWhatThereIs(found.trainSize());
          tell();
        },
        failure -> {
          info = null;
          missing = failure;
          tell();
        });
  }

  /** Nobody has asked for the number that a preset trains on. */
  private void takeWhatThereIs(int size) {
    if (form.examplesAreThePresets() && size >= 2 && form.examples().intValue() > size) {
      form.examples().setValue(size);
    }
  }

  private void tell() {
    problem.set(info == null ? missing : problemOf(info));
    boolean large =
        info != null
            && info.channels() == 3
            && form.attack().normProperty().get().equals("linf")
            && form.attack().epsilon().value() > LARGE_FOR_COLOUR;
    remark.set(
        large
            ? "ε = %s is large for colour images: the papers take 0.03."
                .formatted(form.attack().epsilon().textProperty().get())
            : "");
  }

  private String problemOf(DataInfo data) {
    if (!data.available()) {
      return "%s is not on this computer: fetch it in the Data view.".formatted(data.name());
    }
    int wanted = form.examples().intValue();
    return wanted > data.trainSize()
        ? TrainingTexts.format(
            "%s has %,d training images, fewer than the %,d of the form.",
            data.name(), data.trainSize(), wanted)
        : "";
  }
}
