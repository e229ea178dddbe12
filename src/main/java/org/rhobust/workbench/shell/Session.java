package org.rhobust.workbench.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.StringConverter;
import org.rhobust.data.DataSet;
import org.rhobust.data.ImageSet;
import org.rhobust.service.ModelInfo;
import org.rhobust.workbench.Selection;

/**
 * What was selected when the window was closed, and is again at the next start: model, compared
 * model, images, image, τ, run and curves. What is no longer there is said in one line, and the
 * usual takes its place. A model is kept as a sample's name or as the text of a {@link RecentFile}.
 */
final class Session {

  private static final String MODEL = "session.model";
  private static final String COMPARED = "session.compared";
  private static final String RUN = "session.run";
  private static final String IMAGES = "session.images";
  private static final String CURVES = "runs.curves";
  private static final String THRESHOLD_OF = "session.threshold-of";
  private static final String IMAGE = "selection.image";
  private static final String THRESHOLD = "selection.threshold";

  private final WorkbenchWindow window;
  private final SettingsStore store;
  private final SessionMemory memory;
  private final Selection selection;
  private final Map<String, String> last;
  private final List<Path> curves;
  private boolean begun;

  /**
   * What is there of the last session.
   *
   * @param samples the models that everybody has
   * @param gone the last model's file where it is not there; empty where it is
   * @param lostRuns those whose curves were shown and that are not there
   */
  record Found(
      List<String> samples,
      Optional<RecentFile> model,
      Optional<RecentFile> compared,
      Optional<RecentFile> run,
      String gone,
      List<Path> lostRuns) {}

  Session(WorkbenchWindow window, SettingsStore store, SessionMemory memory) {
    this.window = window;
    this.store = store;
    this.memory = memory;
    selection = window.context().selection();
    last = store.settings().values();
    memory.keep(IMAGE, "test image", selection.imageProperty(), new Index());
    memory.keep(CURVES, "runs whose curves are shown", shownRuns(), new FolderList());
    curves = List.copyOf(selection.shownRuns());
    selection.modelProperty().subscribe(this::modelIs);
  }

  /** Looks for the files of the last session: off the JavaFX thread. */
  Found look(List<String> samples) {
    Optional<RecentFile> model = file(MODEL);
    Optional<RecentFile> there = model.filter(Session::isThere);
    String gone = model.isPresent() && there.isEmpty() ? model.get().path().toString() : "";
    return new Found(
        samples,
        there,
        file(COMPARED).filter(Session::isThere),
        file(RUN).filter(Session::isThere),
        gone,
        curves.stream().filter(Files::notExists).toList());
  }

  /**
   * Opens the last session's model, or the usual one.
   *
   * @param usual the name of a sample
   */
  void resume(Found found, String usual) {
    found.run().ifPresent(run -> selection.runProperty().set(run.path()));
    selection.shownRuns().removeAll(found.lostRuns());
    window.models().preferImages(last.get(IMAGES));
    found.model().ifPresent(window.opening()::open);
    String sample = last.get(MODEL);
    boolean known = sample != null && found.samples().contains(sample);
    window.models().offerSamples(found.samples(), known ? sample : usual);
    if (!found.gone().isEmpty()) {
      window
          .notices()
          .tell("%s of the last session is gone: %s is opened".formatted(found.gone(), usual));
    }
    compare(found);
    selection.imagesProperty().addListener((o, before, images) -> keep(images));
    selection.comparedProperty().addListener((o, before, model) -> keep(COMPARED, model));
    selection
        .runProperty()
        .addListener(
            (o, before, run) ->
                set(RUN, run == null ? null : RecentFile.of(FileKind.RUN, run).text()));
  }

  private void compare(Found found) {
    String sample = last.get(COMPARED);
    if (found.compared().isPresent()) {
      window
          .opening()
          .load(found.compared().get())
          .thenAcceptAsync(this::compare, Platform::runLater);
    } else if (sample != null && found.samples().contains(sample)) {
      window.context().models().open(sample).thenAcceptAsync(this::compare, Platform::runLater);
    }
  }

  private void compare(ModelInfo model) {
    if (selection.comparedProperty().get() == null) {
      selection.comparedProperty().set(model);
    }
  }

  /** τ is that of the last session only where its model is. */
  private void modelIs(ModelInfo model) {
    if (model == null) {
      return;
    }
    if (!begun) {
      begun = true;
      if (!model.id().equals(last.get(THRESHOLD_OF))) {
        set(THRESHOLD, null);
      }
      memory.keep(THRESHOLD, "threshold τ", selection.threshold().ownProperty(), new Threshold());
    }
    set(THRESHOLD_OF, model.id());
    keep(MODEL, model);
  }

  /** The network in training is gone at the next start. */
  private void keep(String key, ModelInfo model) {
    if (model == null || !model.live()) {
      set(key, model == null ? null : window.opening().text(model.id()));
    }
  }

  private void keep(ImageSet images) {
    set(IMAGES, images == null ? null : DataSet.ofTest(images.name()).orElse(null));
  }

  /** A list's change does not tell what it held before, which is needed to undo it. */
  private Property<List<Path>> shownRuns() {
    ObservableList<Path> runs = selection.shownRuns();
    Property<List<Path>> shown = new SimpleObjectProperty<>(List.copyOf(runs));
    runs.addListener((ListChangeListener<Path>) change -> shown.setValue(List.copyOf(runs)));
    shown.subscribe(
        (before, after) -> {
          if (!runs.equals(after)) {
            runs.setAll(after);
          }
        });
    return shown;
  }

  private void set(String key, String value) {
    store.change(settings -> settings.with(key, value));
  }

  private Optional<RecentFile> file(String key) {
    return Optional.ofNullable(last.get(key)).flatMap(RecentFile::parse);
  }

  private static boolean isThere(RecentFile file) {
    return Files.exists(file.path());
  }

  /** An index from 0. */
  private static final class Index extends StringConverter<Number> {
    @Override
    public String toString(Number number) {
      return Integer.toString(number.intValue());
    }

    @Override
    public Number fromString(String text) {
      return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }
  }

  /** A confidence; NaN where there is none. */
  private static final class Threshold extends StringConverter<Number> {
    @Override
    public String toString(Number number) {
      return Double.toString(number.doubleValue());
    }

    @Override
    public Number fromString(String text) {
      double value = Double.parseDouble(text);
      return value >= 0 && value <= 1 || Double.isNaN(value) ? Double.valueOf(value) : null;
    }
  }
}
