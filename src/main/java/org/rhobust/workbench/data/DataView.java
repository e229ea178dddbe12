package org.rhobust.workbench.data;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.util.Subscription;
import org.rhobust.data.DataSet;
import org.rhobust.data.DataSets;
import org.rhobust.workbench.Memory;
import org.rhobust.workbench.View;
import org.rhobust.workbench.ViewLoader;
import org.rhobust.workbench.controls.Lines;

/** Binds {@code fxml/data.fxml} to a {@link DataModel}. */
public final class DataView implements View {

  private final DataModel model;
  private final DataUses uses;
  private final AwayCard away;
  private final PreviewPane preview;
  private final ClassTiles tiles;
  private final Parent root;
  private final Subscription listening;

  @FXML private ListView<SetEntry> sets;
  @FXML private Label openProblem;
  @FXML private Label title;
  @FXML private ProgressIndicator busy;
  @FXML private Hyperlink forget;
  @FXML private Label facts;
  @FXML private Label source;
  @FXML private Label licence;
  @FXML private Label problem;
  @FXML private StackPane content;
  @FXML private VBox here;
  @FXML private ToggleButton showClasses;
  @FXML private ToggleButton showPreview;
  @FXML private StackPane pages;
  @FXML private ListView<Examples.OfClass> classes;

  /**
   * The view of the registry and the user's own data.
   *
   * @param own the names of the user's own sets
   * @param remember told them whenever they change
   * @param uses what else can be done with a set
   * @param memory keeps which set is looked at, and how
   * @param ui runs on the JavaFX thread
   */
  public DataView(
      List<String> own,
      Consumer<List<String>> remember,
      DataUses uses,
      Memory memory,
      Executor ui) {
    this(
        new DataModel(
            DataSets.all(),
            own,
            DataSets::get,
            remember,
            ForkJoinPool.commonPool(),
            // A thread of its own: the common pool has other work. One: a download that is begun
            // again waits until the cancelled one has let go of its file.
            new Downloads(downloader(), ui, () -> System.nanoTime() / 1e9),
            ui),
        uses,
        memory);
  }

  /** The view of a model. */
  DataView(DataModel model, DataUses uses, Memory memory) {
    this.model = model;
    this.uses = uses;
    away = new AwayCard(model);
    preview = new PreviewPane(model.examplesProperty(), model.reader(), model.ui());
    tiles = new ClassTiles(model.reader());
    root = ViewLoader.load("data", this);
    listening = model.keep(memory).and(preview.keep(memory));
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void close() {
    listening.unsubscribe();
    model.downloads().cancel();
  }

  /**
   * Adds the user's own data to the list and shows it.
   *
   * @return the path, once it is shown; never done where it cannot be
   */
  public CompletableFuture<Path> open(Path path) {
    return model.open(path);
  }

  @FXML
  private void initialize() {
    sets.setItems(model.entries());
    sets.setCellFactory(list -> new SetCell(model.downloads()));
    sets.getSelectionModel()
        .selectedItemProperty()
        .addListener((o, before, entry) -> choose(entry));
    classes.setCellFactory(list -> new ClassCell(tiles, model.ui()));
    content.getChildren().add(away.root());
    pages.getChildren().add(preview.root());
    busy.visibleProperty().bind(model.busyProperty());
    Lines.show(openProblem, model.openProblemProperty());
    Lines.show(problem, model.problemProperty());
    model.selectedProperty().flatMap(SetEntry::stateProperty).subscribe(state -> tell());
    model.selectedProperty().subscribe(this::follow);
    model.examplesProperty().subscribe(this::show);
    look(false);
  }

  @FXML
  private void lookAtClasses() {
    look(false);
  }

  @FXML
  private void lookAtPreview() {
    look(true);
  }

  @FXML
  private void showTestImages() {
    uses.show().accept(model.selectedProperty().get().name());
  }

  @FXML
  private void trainOnIt() {
    uses.train().accept(model.selectedProperty().get().name());
  }

  @FXML
  private void forget() {
    model.forget();
  }

  @FXML
  private void openFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Open your own data");
    open(chooser.showDialog(root.getScene().getWindow()));
  }

  @FXML
  private void openFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Open your own data");
    chooser
        .getExtensionFilters()
        .setAll(new FileChooser.ExtensionFilter("Arrays of NumPy", "*.npz"));
    open(chooser.showOpenDialog(root.getScene().getWindow()));
  }

  private void open(File chosen) {
    Optional.ofNullable(chosen).map(File::toPath).ifPresent(model::open);
  }

  /** Its thread ends by itself when there is nothing to fetch. */
  private static Executor downloader() {
    ThreadPoolExecutor downloader =
        new ThreadPoolExecutor(
            1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), DataView::thread);
    downloader.allowCoreThreadTimeOut(true);
    return downloader;
  }

  private static Thread thread(Runnable downloads) {
    Thread thread = new Thread(downloads, "download");
    thread.setDaemon(true);
    return thread;
  }

  /** The list is without a choice for a moment while its items change. */
  private void choose(SetEntry entry) {
    if (entry != null) {
      model.selectedProperty().set(entry);
    }
  }

  private void follow(SetEntry entry) {
    sets.getSelectionModel().select(entry);
  }

  private void tell() {
    SetEntry entry = model.selectedProperty().get();
    SetEntry.State state = entry.stateProperty().get();
    DataSet set = state.set();
    boolean published = !entry.isOwn();
    title.setText(published ? set.title() : entry.name());
    say(facts, state.details());
    say(source, published ? set.source() : "");
    say(licence, published ? "Licence: " + set.licence() : "");
    forget.setVisible(!published);
    forget.setManaged(!published);
    boolean absent = state.place() == SetEntry.Place.AWAY;
    away.root().setVisible(absent);
    if (absent) {
      set.download().ifPresent(away::tell);
    }
  }

  private static void say(Label label, String text) {
    label.setText(text);
    label.setManaged(!text.isEmpty());
  }

  private void show(Examples examples) {
    here.setVisible(examples != null);
    tiles.clear();
    if (examples != null) {
      classes.getItems().setAll(examples.classes());
    }
  }

  private void look(boolean augmentation) {
    showClasses.setSelected(!augmentation);
    showPreview.setSelected(augmentation);
    classes.setVisible(!augmentation);
    preview.setVisible(augmentation);
  }
}
