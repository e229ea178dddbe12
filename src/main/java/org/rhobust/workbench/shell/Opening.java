package org.rhobust.workbench.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.rhobust.service.ModelInfo;
import org.rhobust.service.ModelShelf;

/** Opens models, runs, pictures and data: chosen, dropped, or opened before. */
final class Opening {

  private static final String WHAT_CAN_BE =
      "drop a model's folder, a TorchScript file, a run's folder, data or pictures (PNG, JPEG, BMP,"
          + " GIF)";

  /** More at once are a mistake. */
  private static final int MOST = 20;

  private final WorkbenchWindow window;
  private final RecentFiles recent;

  Opening(WorkbenchWindow window, RecentFiles recent) {
    this.window = window;
    this.recent = recent;
  }

  RecentFiles recent() {
    return recent;
  }

  /** What a file or folder is is found out in the background; what is nothing changes nothing. */
  void dropped(List<Path> paths) {
    List<Path> some = List.copyOf(paths.subList(0, Math.min(MOST, paths.size())));
    CompletableFuture.supplyAsync(() -> Sorted.of(some), ForkJoinPool.commonPool())
        .whenCompleteAsync(
            (sorted, problem) -> {
              if (problem == null) {
                open(sorted);
              } else {
                window.notices().warn(problem);
              }
            },
            Platform::runLater);
  }

  private void open(Sorted sorted) {
    sorted.first(FileKind.DATA).ifPresent(this::data);
    sorted.first(FileKind.RUN).ifPresent(this::run);
    sorted.first(FileKind.MODEL).ifPresent(this::model);
    sorted.first(FileKind.TORCH_SCRIPT).ifPresent(this::torchScript);
    pictures(sorted.of(FileKind.PICTURE));
    sorted
        .first(FileKind.UNKNOWN)
        .ifPresent(
            path ->
                window
                    .notices()
                    .warn(path + " is nothing that can be opened here: " + WHAT_CAN_BE));
  }

  /** Opens what was opened before; what is gone is taken off the list. */
  void again(RecentFile file) {
    CompletableFuture.supplyAsync(() -> Files.exists(file.path()))
        .thenAcceptAsync(
            exists -> {
              if (exists) {
                open(file);
              } else {
                recent.remove(file);
                window.notices().warn(file.path() + " is not there any more; open it elsewhere");
              }
            },
            Platform::runLater);
  }

  /** Opens what is there. */
  void open(RecentFile file) {
    switch (file.kind()) {
      case MODEL, TORCH_SCRIPT -> model(file);
      case RUN -> run(file.path());
      case PICTURE -> pictures(List.of(file.path()));
      default -> data(file.path());
    }
  }

  void chooseModel() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Open a model directory");
    Optional.ofNullable(chooser.showDialog(window.stage()))
        .map(File::toPath)
        .ifPresent(this::model);
  }

  void chooseTorchScript() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Open a TorchScript model");
    chooser
        .getExtensionFilters()
        .setAll(
            new FileChooser.ExtensionFilter("TorchScript", "*.pt", "*.pth", "*.torchscript"),
            new FileChooser.ExtensionFilter("All files", "*"));
    Optional.ofNullable(chooser.showOpenDialog(window.stage()))
        .map(File::toPath)
        .ifPresent(this::torchScript);
  }

  void chooseRun() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Open a run");
    Optional.ofNullable(chooser.showDialog(window.stage()))
        .map(File::toPath)
        .ifPresent(folder -> dropped(List.of(folder)));
  }

  void choosePictures() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Predict pictures");
    chooser
        .getExtensionFilters()
        .setAll(
            new FileChooser.ExtensionFilter(
                "Pictures", "*.png", "*.jpg", "*.jpeg", "*.bmp", "*.gif"),
            new FileChooser.ExtensionFilter("All files", "*"));
    List<File> files = chooser.showOpenMultipleDialog(window.stage());
    if (files != null) {
      pictures(files.stream().map(File::toPath).toList());
    }
  }

  /** A model that is opened without being selected. */
  CompletableFuture<ModelInfo> load(RecentFile model) {
    ModelShelf shelf = window.context().models();
    TorchScriptDialog.Answer answer = model.answer();
    return answer == null
        ? shelf.open(model.path().toString())
        : shelf.openTorchScript(model.path(), answer.classes(), answer.input(), answer.output());
  }

  /** How an open model is kept: a sample by its name, a file with all that opens it again. */
  String text(String id) {
    return recent.files().stream()
        .filter(file -> file.path().toString().equals(id))
        .findFirst()
        .map(RecentFile::text)
        .orElseGet(
            () ->
                Path.of(id).isAbsolute() ? RecentFile.of(FileKind.MODEL, Path.of(id)).text() : id);
  }

  private void model(Path folder) {
    model(RecentFile.of(FileKind.MODEL, folder));
  }

  private void torchScript(Path file) {
    new TorchScriptDialog(window.stage(), file, window.context().selection().imagesProperty().get())
        .showAndWait()
        .ifPresent(answer -> model(RecentFile.torchScript(file, answer)));
  }

  private void model(RecentFile file) {
    CompletableFuture<ModelInfo> opening =
        load(file)
            .thenApplyAsync(
                info -> {
                  recent.add(file);
                  return info;
                },
                Platform::runLater);
    String id = file.path().toString();
    window.models().open(new ModelOffer(id, name(file.path()), null), opening);
  }

  private void pictures(List<Path> files) {
    if (!files.isEmpty()) {
      window
          .prediction()
          .open(files)
          .thenAccept(shown -> recent.add(RecentFile.of(FileKind.PICTURE, shown.get(0))));
    }
  }

  private void data(Path path) {
    window
        .requests()
        .openData(path)
        .thenAccept(shown -> recent.add(RecentFile.of(FileKind.DATA, shown)));
  }

  /** The Runs view shows the runs of one folder, and new ones are made there. */
  private void run(Path folder) {
    Path run = folder.toAbsolutePath().normalize();
    Path before = window.training().runsProperty().get();
    Path now = run.getParent();
    if (now == null) {
      window.notices().warn(run + " is a drive: put the run into a folder of it, and open that");
      return;
    }
    recent.add(RecentFile.of(FileKind.RUN, run));
    window.requests().openRun(run);
    if (!now.equals(before)) {
      window
          .notices()
          .tell(
              "The folder of runs is now %s, also for new ones; undo (%s) goes back to %s."
                  .formatted(now, WindowCommand.words(UndoKeys.UNDO), before));
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /** Paths by what they are. */
  private record Sorted(List<Path> paths, List<FileKind> kinds) {

    static Sorted of(List<Path> paths) {
      return new Sorted(paths, paths.stream().map(FileKind::of).toList());
    }

    List<Path> of(FileKind kind) {
      return IntStream.range(0, paths.size())
          .filter(i -> kinds.get(i) == kind)
          .mapToObj(paths::get)
          .toList();
    }

    Optional<Path> first(FileKind kind) {
      return of(kind).stream().findFirst();
    }
  }
}
