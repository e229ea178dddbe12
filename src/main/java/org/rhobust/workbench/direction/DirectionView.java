package org.rhobust.workbench.direction;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.rhobust.plot.PlotView;
import org.rhobust.workbench.View;
import org.rhobust.workbench.ViewLoader;
import org.rhobust.workbench.WorkbenchContext;
import org.rhobust.workbench.controls.AttackForm;
import org.rhobust.workbench.controls.AttackWords;
import org.rhobust.workbench.controls.Lines;
import org.rhobust.workbench.direction.DirectionModel.Found;

/** Shows the confidences from an image through its adversarial example and beyond the ε-ball. */
public final class DirectionView implements View {

  private final WorkbenchContext context;
  private final DirectionModel model;
  private final Parent root;
  private final Subscription listening = Subscription.EMPTY;
  private final PlotView plot;

  @FXML private ProgressIndicator busy;
  @FXML private VBox settings;
  @FXML private Label liveNote;
  @FXML private StackPane plotArea;
  @FXML private Label caption;

  /** Makes the view; it follows the selection. */
  public DirectionView(WorkbenchContext context) {
    this.context = context;
    model =
        new DirectionModel(
            context.selection(),
            context.inspection()::direction,
            context.training()::probeImage,
            context.ui());
    root = ViewLoader.load("direction", this);
    plot = new PlotView(DirectionPlot.of(null, "", Double.NaN));
    plot.themeProperty().bind(context.plotTheme());
    plotArea.getChildren().add(plot);
    bindHead();
    Lines.show(caption, caption());
    model.foundProperty().addListener(o -> draw());
    model.problemProperty().addListener(o -> draw());
    model.busyProperty().addListener(o -> draw());
    context.selection().thresholdProperty().addListener(o -> draw());
    context.snapshot().addListener((o, before, after) -> model.update(after));
    model.update(context.snapshot().getValue());
    draw();
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void close() {
    listening.unsubscribe();
  }

  private void bindHead() {
    busy.visibleProperty().bind(model.busyProperty());
    AttackForm form = AttackForm.brief(model.attack());
    form.disableProperty().bind(model.liveProperty());
    settings.getChildren().add(0, form);
    Lines.show(
        liveNote,
        Bindings.createStringBinding(this::liveWords, model.liveProperty(), model.foundProperty()));
  }

  private String liveWords() {
    Found found = model.foundProperty().get();
    if (!model.liveProperty().get() || found == null) {
      return "";
    }
    return "Live, found by a short attack: "
        + AttackWords.of(found.attack())
        + ". Pause the training for settings of your own.";
  }

  private StringBinding caption() {
    return Bindings.createStringBinding(
        this::captionWords, model.foundProperty(), context.selection().thresholdProperty());
  }

  private String captionWords() {
    Found found = model.foundProperty().get();
    return found == null
        ? ""
        : DirectionWords.of(found, context.selection().thresholdProperty().get());
  }

  private void draw() {
    Found found = model.foundProperty().get();
    String why =
        model.busyProperty().get() ? "Looking for the direction …" : model.problemProperty().get();
    String empty = found == null ? why : "No direction: δ = 0";
    plot.setPlot(DirectionPlot.of(found, empty, context.selection().thresholdProperty().get()));
  }
}
