package org.rhobust.workbench.runs;

import atlantafx.base.theme.Styles;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.rhobust.service.QueuedRun;
import org.rhobust.service.QueuedRun.State;
import org.rhobust.service.RunQueue;

/** A training of the queue in a line, with what can be done with it. */
final class QueueCell extends ListCell<QueuedRun> {

  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  private final RunQueue queue;
  private final Label title = new Label();
  private final Label words = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final Button up = button("↑", "Train it earlier");
  private final Button down = button("↓", "Train it later");
  private final Button stop =
      button("Stop", "End it with a checkpoint; the queue pauses where others wait");
  private final Button retry = button("Retry", "Line it up again; it goes on from its checkpoint");
  private final Button remove = button("✕", "Take it out of the queue; its folder stays");
  private final HBox line;

  QueueCell(RunQueue queue) {
    this.queue = queue;
    title.setMinWidth(150);
    words.getStyleClass().addAll("muted", "queue-words");
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    progress.setPrefWidth(110);
    progress.setMinWidth(60);
    progress.setAccessibleText("Progress of this training");
    up.setOnAction(event -> queue.move(getItem().id(), -1));
    down.setOnAction(event -> queue.move(getItem().id(), 1));
    stop.setOnAction(event -> queue.stop(getItem().id()));
    retry.setOnAction(event -> queue.retry(getItem().id()));
    remove.setOnAction(event -> queue.remove(getItem().id()));
    stop.setId("queue-stop");
    line = new HBox(6, title, words, progress, stop, retry, up, down, remove);
    line.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(QueuedRun run, boolean empty) {
    super.updateItem(run, empty);
    setGraphic(empty ? null : line);
    if (empty) {
      return;
    }
    title.setText(RunWords.title(run.settings()));
    words.setText(QueueModel.words(run));
    words.setTooltip(new Tooltip(QueueModel.words(run) + "\n" + run.request().folder()));
    words.pseudoClassStateChanged(FAILED, run.state() == State.FAILED);
    progress.setProgress(run.progress());
    show(progress, run.state() == State.RUNNING);
    show(stop, run.state() == State.RUNNING);
    show(retry, run.state().canRetry());
    boolean waits = run.state() == State.WAITING;
    show(up, waits);
    show(down, waits);
    up.setDisable(!waits || !movable(-1));
    down.setDisable(!waits || !movable(1));
    show(remove, run.state() != State.RUNNING);
  }

  private boolean movable(int by) {
    int other = getIndex() + by;
    return other >= 0
        && other < getListView().getItems().size()
        && getListView().getItems().get(other).state() != State.RUNNING;
  }

  private static void show(Region control, boolean on) {
    control.setVisible(on);
    control.setManaged(on);
  }

  private static Button button(String text, String help) {
    Button button = new Button(text);
    button.getStyleClass().addAll("flat", Styles.SMALL);
    button.setTooltip(new Tooltip(help));
    button.setAccessibleText(help);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }
}
