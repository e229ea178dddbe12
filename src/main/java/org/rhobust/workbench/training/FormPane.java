package org.rhobust.workbench.training;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.rhobust.data.DataSets;
import org.rhobust.model.NetworkOffer;
import org.rhobust.model.Networks;
import org.rhobust.training.Preset;
import org.rhobust.training.TrainingMethod;
import org.rhobust.workbench.controls.Fields;
import org.rhobust.workbench.controls.Lines;

/** The fields of a {@link TrainingForm}, and what is wrong with them. */
final class FormPane extends VBox {

  private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

  private final TrainingModel model;
  private final TrainingForm form;
  private final MoreSettings moreSettings;
  private Subscription listening = Subscription.EMPTY;

  FormPane(TrainingModel model, DeviceOffers devices) {
    super(6);
    this.model = model;
    form = model.form();
    moreSettings = new MoreSettings(form, model.weights());
    addPreset();
    addData();
    addThreat();
    addLength();
    add(new FormRow().control("Device", device(devices)));
    addMore();
    addRemark();
  }

  /** Ends what the form knows of the fields. */
  void close() {
    listening.unsubscribe();
    moreSettings.close();
  }

  private void addPreset() {
    ComboBox<Preset> preset = new ComboBox<>();
    preset.setId("preset");
    FormFields.bindPresets(preset, form.presetProperty());
    add(new FormRow().control("Preset", preset));
    ComboBox<TrainingMethod> method = new ComboBox<>();
    method.setId("method");
    method.getItems().setAll(TrainingMethod.values());
    method.setConverter(Fields.words(TrainingMethod::title));
    method.valueProperty().bindBidirectional(form.methodProperty());
    add(new FormRow().control("Method", method));
  }

  private void addData() {
    ComboBox<String> dataset = names("dataset", "Data set");
    dataset.setTooltip(
        new Tooltip(
            "A data set, such as cifar10; some of its classes, such as mnist[3,8]; or a folder"));
    FormFields.bindNames(dataset, DataSets.names(), form.datasetProperty());
    ComboBox<String> network = names("network", "Network");
    network.setTooltip(new Tooltip("Any depth and width can be typed, such as wrn-16-4"));
    FormFields.bindNames(
        network,
        Networks.offers().stream().map(NetworkOffer::name).toList(),
        form.networkProperty());
    add(new FormRow().control("Data", dataset).control("Network", network));
    Label dataProblem = label("data-problem", "problem");
    Label networkProblem = label("network-problem", "problem");
    Label remark = label("data-remark", "remark");
    listening =
        listening
            .and(FormFields.bindProblem(dataset, dataProblem, model.data().problemProperty()))
            .and(FormFields.bindProblem(network, networkProblem, form.networkProblemProperty()));
    Lines.show(remark, model.data().remarkProperty());
    getChildren().addAll(dataProblem, networkProblem, remark);
  }

  private void addThreat() {
    TextField rho = new TextField();
    rho.disableProperty()
        .bind(form.methodProperty().isNotEqualTo(TrainingMethod.CONFIDENCE_CALIBRATED));
    TextField epsilon = new TextField();
    ComboBox<String> norm = Fields.norm(form.attack().normProperty());
    norm.setId("norm");
    norm.setAccessibleText("Norm of the attack");
    epsilon.disableProperty().bind(form.methodProperty().isEqualTo(TrainingMethod.NORMAL));
    norm.disableProperty().bind(epsilon.disableProperty());
    add(
        new FormRow()
            .number("ρ", form.rho(), rho)
            .control("Norm", norm)
            .number("ε", form.attack().epsilon(), epsilon)
            .explained(form.attack().ballProblemProperty()));
  }

  private void addLength() {
    TextField epochs = new TextField();
    epochs.setId("epochs");
    TextField examples = new TextField();
    examples.setId("examples");
    TextField seed = new TextField();
    seed.setId("seed");
    add(
        new FormRow()
            .number("Epochs", form.epochs(), epochs)
            .number("Examples", form.examples(), examples)
            .number("Seed", form.seed(), seed));
  }

  private ComboBox<String> device(DeviceOffers devices) {
    ComboBox<String> box = new ComboBox<>(devices.names());
    box.setId("training-device");
    box.setAccessibleText("Device of the next training");
    box.setTooltip(new Tooltip("The choice of the status bar: for what is started from now on"));
    listening =
        listening
            .and(devices.names().subscribe(() -> name(box, devices)))
            .and(devices.chosen().subscribe(box::setValue));
    name(box, devices);
    box.setOnAction(
        event -> {
          if (box.getValue() != null) {
            devices.choose().accept(box.getValue());
          }
        });
    return box;
  }

  /** Only with the offers is it known what "automatic" stands for; the box reads a name once. */
  private static void name(ComboBox<String> box, DeviceOffers devices) {
    box.setConverter(Fields.words(devices.title()::apply));
    box.setValue(null);
    box.setValue(devices.chosen().getValue());
  }

  /** What is wrong where nobody looks is shown. */
  private void addMore() {
    TitledPane more = new TitledPane("More settings", moreSettings);
    more.setId("more-settings");
    more.setExpanded(false);
    more.setAnimated(false);
    more.getStyleClass().add("dense");
    listening =
        listening.and(
            form.problemProperty()
                .subscribe(
                    problem -> {
                      if (form.problemIsInMore()) {
                        more.setExpanded(true);
                      }
                    }));
    Hyperlink reset = new Hyperlink("Back to the preset");
    reset.getStyleClass().add("small-link");
    reset.setOnAction(event -> form.reset());
    getChildren().addAll(more, reset);
  }

  private void addRemark() {
    Label remark = label("remark", "remark");
    Lines.show(remark, model.remarkProperty());
    ObservableValue<TrainingMethod> method = form.methodProperty();
    listening =
        listening.and(
            method.subscribe(() -> remark.pseudoClassStateChanged(WARNING, model.remarkWarns())));
    getChildren().add(remark);
  }

  private static ComboBox<String> names(String id, String words) {
    ComboBox<String> box = new ComboBox<>();
    box.setId(id);
    box.setEditable(true);
    box.setAccessibleText(words);
    return box;
  }

  private static Label label(String id, String style) {
    Label label = new Label();
    label.setId(id);
    label.getStyleClass().add(style);
    return label;
  }

  private void add(FormRow row) {
    listening = listening.and(row.addTo(this));
  }
}
