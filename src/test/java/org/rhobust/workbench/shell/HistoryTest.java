package org.rhobust.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static final long SECOND = 1_000_000_000;

  private final Map<String, String> settings = new HashMap<>();
  private long now;
  private long input;
  private final History history =
      new History(
          new History.Settings() {
            @Override
            public String value(String key) {
              return settings.get(key);
            }

            @Override
            public void set(String key, String value) {
              change(key, value);
            }
          },
          () -> now);

  @Test
  void aDragOfOneSettingIsOneStep() {
    settings.put("rho", "12");
    for (int i = 0; i < 30; i++) {
      input++;
      now += SECOND / 60;
      change("rho", Integer.toString(13 + i));
    }
    assertThat(history.undoWordsProperty().get()).isEqualTo("words of rho");

    history.undo();

    assertThat(settings).containsEntry("rho", "12");
    assertThat(history.undoWordsProperty().get()).isEmpty();
    history.redo();
    assertThat(settings).containsEntry("rho", "42");
    assertThat(history.redoWordsProperty().get()).isEmpty();
  }

  @Test
  void aPauseOrAnotherSettingBeginsAnotherStep() {
    settings.putAll(Map.of("rho", "1", "epsilon", "0.3"));
    act("rho", "2");
    now += SECOND;
    act("rho", "3");
    act("epsilon", "0.4");

    history.undo();
    assertThat(settings).containsEntry("epsilon", "0.3").containsEntry("rho", "3");
    history.undo();
    assertThat(settings).containsEntry("rho", "2");
    history.undo();
    assertThat(settings).containsEntry("rho", "1");
  }

  @Test
  void whatOneInputChangesIsOneStep() {
    settings.putAll(Map.of("preset", "quick", "epochs", "20"));
    input++;
    change("epochs", "6");
    change("preset", "full");

    history.undo();

    assertThat(settings).containsEntry("preset", "quick").containsEntry("epochs", "20");
  }

  @Test
  void aNewChangeForgetsWhatWasUndone() {
    settings.put("rho", "1");
    act("rho", "2");
    history.undo();
    act("rho", "5");

    history.redo();

    assertThat(settings).containsEntry("rho", "5");
  }

  @Test
  void whatTheProgramChangedSinceIsPassedOver() {
    settings.putAll(Map.of("rho", "1", "epsilon", "0.3"));
    act("rho", "2");
    act("epsilon", "0.4");
    settings.put("epsilon", "0.1");

    history.undo();

    assertThat(settings).containsEntry("epsilon", "0.1").containsEntry("rho", "1");
  }

  @Test
  void goingBackByHandLeavesNothingToUndo() {
    settings.put("flag", "false");
    act("flag", "true");
    act("flag", "false");

    assertThat(history.undoWordsProperty().get()).isEmpty();
  }

  @Test
  void itForgetsTheOldest() {
    settings.put("rho", "0");
    for (int i = 1; i <= History.MOST_STEPS + 50; i++) {
      now += SECOND;
      act("rho", Integer.toString(i));
    }
    int undone = 0;
    while (!history.undoWordsProperty().get().isEmpty()) {
      history.undo();
      undone++;
    }

    assertThat(undone).isEqualTo(History.MOST_STEPS);
    assertThat(settings).containsEntry("rho", "50");
  }

  private void act(String key, String value) {
    input++;
    change(key, value);
  }

  private void change(String key, String value) {
    String before = settings.put(key, value);
    if (!value.equals(before)) {
      history.note(new History.Change(key, "words of " + key, before, value), input);
    }
  }
}
