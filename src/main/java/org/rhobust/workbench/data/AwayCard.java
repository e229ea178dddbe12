package org.rhobust.workbench.data;

import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.rhobust.data.Download;
import org.rhobust.data.RemoteFile;
import org.rhobust.workbench.ViewLoader;
import org.rhobust.workbench.controls.Lines;

/** What a set that is not here costs, where it comes from, and the button that fetches it. */
final class AwayCard {

  private final DataModel model;
  private final Downloads downloads;
  private final VBox root;

  @FXML private Label files;
  @FXML private Label folder;
  @FXML private Button start;
  @FXML private Label other;
  @FXML private VBox work;
  @FXML private ProgressBar progress;
  @FXML private Label status;
  @FXML private Label arrived;
  @FXML private Label problem;

  AwayCard(DataModel model) {
    this.model = model;
    downloads = model.downloads();
    root = (VBox) ViewLoader.load("data-away", this);
    BooleanBinding here =
        Bindings.createBooleanBinding(
            () -> downloads.fetches(model.selectedProperty().get()),
            downloads.work().runningProperty(),
            downloads.latestProperty(),
            model.selectedProperty());
    bindStart(here);
    bindWork(here);
    Lines.show(
        problem,
        Bindings.createStringBinding(
            this::problemText,
            downloads.work().problemProperty(),
            downloads.latestProperty(),
            model.selectedProperty()));
  }

  VBox root() {
    return root;
  }

  /** Shows what fetching a set means. */
  void tell(Download download) {
    files.setText(
        "Fetched from "
            + download.files().stream()
                .map(RemoteFile::address)
                .map(Object::toString)
                .collect(Collectors.joining("\n")));
    folder.setText("It goes to " + download.folder());
    start.setText("Download (" + DataTexts.size(download.bytes()) + ")");
  }

  @FXML
  private void download() {
    model.download();
  }

  @FXML
  private void cancel() {
    downloads.cancel();
  }

  private void bindStart(BooleanBinding here) {
    start.visibleProperty().bind(here.not());
    start.managedProperty().bind(here.not());
    start.disableProperty().bind(downloads.work().runningProperty());
    Lines.show(
        other,
        Bindings.createStringBinding(
            this::otherText, here, downloads.work().runningProperty(), downloads.latestProperty()));
  }

  private void bindWork(BooleanBinding here) {
    work.visibleProperty().bind(here);
    work.managedProperty().bind(here);
    progress.progressProperty().bind(downloads.work().progressProperty());
    status.textProperty().bind(downloads.work().statusProperty());
    arrived
        .textProperty()
        .bind(downloads.work().progressProperty().map(share -> arrived(share.doubleValue())));
  }

  private String arrived(double share) {
    SetEntry fetched = downloads.latestProperty().get();
    return fetched == null
        ? ""
        : DataTexts.arrived(share, fetched.set().download().orElseThrow().bytes());
  }

  private String otherText() {
    SetEntry fetched = downloads.latestProperty().get();
    boolean another =
        downloads.work().runningProperty().get() && fetched != model.selectedProperty().get();
    return another ? "One at a time: " + fetched.name() + " is being fetched." : "";
  }

  private String problemText() {
    return downloads.latestProperty().get() == model.selectedProperty().get()
        ? downloads.work().problemProperty().get()
        : "";
  }
}
